import type { Step, StepOf, StepType } from '@scenarium/language';
import { action } from './action.ts';
import { agent } from './agent.ts';
import { answer } from './answer.ts';
import { ask } from './ask.ts';
import { call } from './call.ts';
import { classify } from './classify.ts';
import { condition } from './condition.ts';
import { emit } from './emit.ts';
import { end } from './end.ts';
import { event } from './event.ts';
import { handover } from './handover.ts';
import type { StepHandler } from './handler.ts';
import { join } from './join.ts';
import { llm } from './llm.ts';
import { message } from './message.ts';
import { parallel } from './parallel.ts';
import { setLanguage } from './set-language.ts';
import { set } from './set.ts';
import { switchStep } from './switch.ts';
import { transform } from './transform.ts';
import { wait } from './wait.ts';

/** How every step type is executed; a type that is missing here does not compile. */
const stepHandlers: { [T in StepType]: StepHandler<StepOf<T>> } = {
  message,
  ask,
  condition,
  switch: switchStep,
  set,
  transform,
  wait,
  event,
  parallel,
  join,
  call,
  handover,
  emit,
  'set-language': setLanguage,
  action,
  llm,
  agent,
  answer,
  classify,
  end,
};

/** The handler of a step's type, usable with that step. */
export function handlerOf(step: Step): StepHandler<Step> {
  return stepHandlers[step.type] as StepHandler<Step>;
}

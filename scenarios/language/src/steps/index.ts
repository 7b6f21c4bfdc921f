import { z } from 'zod';
import { ActionStep, action } from './action.ts';
import { AgentStep, agent } from './agent.ts';
import { AnswerStep, answer } from './answer.ts';
import { AskStep, ask } from './ask.ts';
import { CallStep, call } from './call.ts';
import { ClassifyStep, classify } from './classify.ts';
import { ConditionStep, condition } from './condition.ts';
import type { StepDefinition } from './definition.ts';
import { EmitStep, emit } from './emit.ts';
import { EndStep, end } from './end.ts';
import { EventStep, event } from './event.ts';
import { HandoverStep, handover } from './handover.ts';
import { JoinStep, join } from './join.ts';
import { LlmStep, llm } from './llm.ts';
import { MessageStep, message } from './message.ts';
import { ParallelStep, parallel } from './parallel.ts';
import { SetLanguageStep, setLanguage } from './set-language.ts';
import { SetStep, set } from './set.ts';
import { SwitchStep, switchStep } from './switch.ts';
import { TransformStep, transform } from './transform.ts';
import { WaitStep, wait } from './wait.ts';

export const Step = z.discriminatedUnion('type', [
  MessageStep,
  AskStep,
  ConditionStep,
  SwitchStep,
  SetStep,
  TransformStep,
  WaitStep,
  EventStep,
  ParallelStep,
  JoinStep,
  CallStep,
  HandoverStep,
  EmitStep,
  SetLanguageStep,
  ActionStep,
  LlmStep,
  AgentStep,
  AnswerStep,
  ClassifyStep,
  EndStep,
]);

/** A step of a scenario. */
export type Step = z.infer<typeof Step>;
export type StepType = Step['type'];
export type StepOf<T extends StepType> = Extract<Step, { type: T }>;

/** The definition of every step type; a type that is missing here does not compile. */
export const stepDefinitions: { [T in StepType]: StepDefinition<StepOf<T>> } = {
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

/** The definition of a step's type, usable with that step. */
export function definitionOf(step: Step): StepDefinition<Step> {
  return stepDefinitions[step.type] as unknown as StepDefinition<Step>;
}

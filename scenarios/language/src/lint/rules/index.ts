import type { Rule } from '../context.ts';
import { actionInput } from './action-input.ts';
import { actionWithoutFallback } from './action-without-fallback.ts';
import { alwaysTrue } from './always-true.ts';
import { cyclicCall } from './cyclic-call.ts';
import { deadEnd } from './dead-end.ts';
import { defaultType } from './default-type.ts';
import { duplicateCase } from './duplicate-case.ts';
import { duplicateOption } from './duplicate-option.ts';
import { expression } from './expression.ts';
import { intentWithoutExamples } from './intent-without-examples.ts';
import { invalidDuration } from './invalid-duration.ts';
import { invalidPattern } from './invalid-pattern.ts';
import { invalidTimezone } from './invalid-timezone.ts';
import { joinWithoutParallel } from './join-without-parallel.ts';
import { loopWithoutInput } from './loop-without-input.ts';
import { missingExit } from './missing-exit.ts';
import { missingOptionExit } from './missing-option-exit.ts';
import { missingTranslation } from './missing-translation.ts';
import { neverAssigned } from './never-assigned.ts';
import { noTrigger } from './no-trigger.ts';
import { translationVariables } from './translation-variables.ts';
import { unansweredWait } from './unanswered-wait.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownBase } from './unknown-base.ts';
import { unknownModel } from './unknown-model.ts';
import { unknownScenario } from './unknown-scenario.ts';
import { unreachableStep } from './unreachable-step.ts';
import { unusedMessage } from './unused-message.ts';
import { unusedVariable } from './unused-variable.ts';

/** Every rule of lint. */
export const rules: readonly Rule[] = [
  actionInput,
  actionWithoutFallback,
  alwaysTrue,
  cyclicCall,
  deadEnd,
  defaultType,
  duplicateCase,
  duplicateOption,
  expression,
  intentWithoutExamples,
  invalidDuration,
  invalidPattern,
  invalidTimezone,
  joinWithoutParallel,
  loopWithoutInput,
  missingExit,
  missingOptionExit,
  missingTranslation,
  neverAssigned,
  noTrigger,
  translationVariables,
  unansweredWait,
  unknownAction,
  unknownBase,
  unknownModel,
  unknownScenario,
  unreachableStep,
  unusedMessage,
  unusedVariable,
];

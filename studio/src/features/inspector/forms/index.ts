import type { StepOf, StepType } from '@scenarium/language';
import type { ComponentType } from 'react';
import { ActionForm } from './ActionForm.tsx';
import { AskForm } from './AskForm.tsx';
import { ConditionForm } from './ConditionForm.tsx';
import { SetForm, TransformForm } from './data-forms.tsx';
import { EndForm, JoinForm, ParallelForm, SwitchForm } from './decide-forms.tsx';
import { MessageForm } from './MessageForm.tsx';
import { AgentForm, AnswerForm, ClassifyForm, LlmForm } from './model-forms.tsx';
import { EventForm, WaitForm } from './time-forms.tsx';
import { CallForm, EmitForm, HandoverForm, SetLanguageForm } from './world-forms.tsx';

/** The form of every step type; a type that is missing here does not compile. */
export const forms: { [T in StepType]: ComponentType<{ step: StepOf<T> }> } = {
  message: MessageForm,
  ask: AskForm,
  condition: ConditionForm,
  switch: SwitchForm,
  set: SetForm,
  transform: TransformForm,
  wait: WaitForm,
  event: EventForm,
  parallel: ParallelForm,
  join: JoinForm,
  call: CallForm,
  handover: HandoverForm,
  emit: EmitForm,
  'set-language': SetLanguageForm,
  action: ActionForm,
  llm: LlmForm,
  agent: AgentForm,
  answer: AnswerForm,
  classify: ClassifyForm,
  end: EndForm,
};

import type { StepType } from '@scenarium/language';

/** How a new step of a type is drawn. */
export interface Kind {
  element: string;
  definition?: string;
  icon: string;
  group: 'talk' | 'know' | 'ways' | 'data' | 'wait' | 'end';
}

/** What can be drawn: every step type as the element that it is written as. A type that is missing here does not compile. */
export const kinds: { [T in StepType]: Kind } = {
  message: { element: 'SendTask', icon: 'send-task', group: 'talk' },
  ask: { element: 'UserTask', icon: 'user-task', group: 'talk' },
  answer: { element: 'ServiceTask', icon: 'business-rule-task', group: 'know' },
  llm: { element: 'ServiceTask', icon: 'business-rule', group: 'know' },
  agent: { element: 'ServiceTask', icon: 'subprocess-collapsed', group: 'know' },
  classify: { element: 'ServiceTask', icon: 'gateway-or', group: 'know' },
  condition: { element: 'ExclusiveGateway', icon: 'gateway-none', group: 'ways' },
  switch: { element: 'ExclusiveGateway', icon: 'gateway-xor', group: 'ways' },
  parallel: { element: 'ParallelGateway', icon: 'gateway-parallel', group: 'ways' },
  join: { element: 'ParallelGateway', icon: 'gateway-complex', group: 'ways' },
  action: { element: 'ServiceTask', icon: 'service-task', group: 'data' },
  set: { element: 'ScriptTask', icon: 'script-task', group: 'data' },
  transform: { element: 'ScriptTask', icon: 'script', group: 'data' },
  'set-language': { element: 'ScriptTask', icon: 'participant', group: 'data' },
  wait: {
    element: 'IntermediateCatchEvent',
    definition: 'TimerEventDefinition',
    icon: 'intermediate-event-catch-timer',
    group: 'wait',
  },
  event: {
    element: 'IntermediateCatchEvent',
    definition: 'SignalEventDefinition',
    icon: 'intermediate-event-catch-signal',
    group: 'wait',
  },
  emit: {
    element: 'IntermediateThrowEvent',
    definition: 'SignalEventDefinition',
    icon: 'intermediate-event-throw-signal',
    group: 'wait',
  },
  call: { element: 'CallActivity', icon: 'call-activity', group: 'end' },
  handover: { element: 'UserTask', icon: 'manual-task', group: 'end' },
  end: { element: 'EndEvent', icon: 'end-event-none', group: 'end' },
};

export const stepTypes = Object.keys(kinds) as StepType[];

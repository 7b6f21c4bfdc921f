import type { StepOf, StepType } from '../steps/index.ts';

/** BPMN elements that a step may be drawn as. */
export type FaceElement =
  | 'SendTask'
  | 'UserTask'
  | 'ReceiveTask'
  | 'ServiceTask'
  | 'ScriptTask'
  | 'CallActivity'
  | 'ExclusiveGateway'
  | 'ParallelGateway'
  | 'ComplexGateway'
  | 'IntermediateCatchEvent'
  | 'IntermediateThrowEvent'
  | 'EndEvent';

export type BoundaryKind = 'timer' | 'error' | 'message' | 'escalation';

/**
 * How a step is drawn: its element, what an event waits for or throws, what `calledElement` names, and which exits are boundary
 * events. Only activities have boundary events; the other exits are plain flows.
 */
export interface Face {
  element: FaceElement;
  timer?: { duration?: string | undefined; date?: string | undefined };
  signal?: string;
  calls?: string;
  boundary?: Readonly<Record<string, BoundaryKind>>;
}

const error = { error: 'error' } as const;
const service = (): Face => ({ element: 'ServiceTask', boundary: error });
const script = (): Face => ({ element: 'ScriptTask', boundary: error });
const gateway = (): Face => ({ element: 'ExclusiveGateway' });

/** The face of every step type, by the exits that flows leave by; a type that is missing here does not compile. */
export const faces: { [T in StepType]: (step: StepOf<T>, exits: ReadonlySet<string>) => Face } = {
  message: () => ({ element: 'SendTask' }),
  ask: () => ({ element: 'UserTask', boundary: { timeout: 'timer', error: 'error', failed: 'escalation' } }),
  condition: gateway,
  switch: gateway,
  set: script,
  transform: script,
  'set-language': script,
  wait: (step, exits) =>
    onlyNext(exits)
      ? { element: 'IntermediateCatchEvent', timer: { duration: step.for, date: step.until } }
      : { element: 'ReceiveTask', boundary: { next: 'timer', error: 'error' } },
  event: (step, exits) =>
    onlyNext(exits)
      ? { element: 'IntermediateCatchEvent', signal: step.event }
      : { element: 'ReceiveTask', boundary: { timeout: 'timer', error: 'error', reply: 'message' } },
  parallel: () => ({ element: 'ParallelGateway' }),
  join: ({ mode }) => ({ element: mode === 'all' ? 'ParallelGateway' : 'ComplexGateway' }),
  call: ({ scenario }) => ({ element: 'CallActivity', calls: scenario, boundary: error }),
  handover: ({ to }) =>
    to.kind === 'agent'
      ? { element: 'CallActivity', boundary: error }
      : { element: 'UserTask', boundary: { timeout: 'timer', error: 'error' } },
  emit: ({ event }, exits) =>
    onlyNext(exits) ? { element: 'IntermediateThrowEvent', signal: event } : { element: 'SendTask', boundary: error },
  action: service,
  llm: service,
  agent: service,
  answer: service,
  classify: service,
  end: () => ({ element: 'EndEvent' }),
};

function onlyNext(exits: ReadonlySet<string>): boolean {
  return [...exits].every((exit) => exit === 'next');
}

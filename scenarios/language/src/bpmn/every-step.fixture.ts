import type { ScenarioInput, StepType } from '../index.ts';

type StepInput = ScenarioInput['steps'][number];

/** A step of every type: a type that is missing here does not compile. */
export const everyStep: { [T in StepType]: Extract<StepInput, { type: T }> } = {
  message: { id: 'message', type: 'message', text: 'hello' },
  ask: { id: 'ask', type: 'ask', prompt: 'hello', timeout: '90m', check: { criterion: 'polite' } },
  condition: { id: 'condition', type: 'condition', name: 'Many?' },
  switch: { id: 'switch', type: 'switch', value: 'n', cases: [{ id: 'one', equals: [1, 2] }] },
  set: { id: 'set', type: 'set', assign: [{ variable: 'n', value: 'n + 1' }] },
  transform: { id: 'transform', type: 'transform', from: 'list', operations: [{ op: 'count' }], saveTo: 'n' },
  wait: { id: 'wait', type: 'wait', for: '1d2h' },
  event: { id: 'event', type: 'event', event: 'paid', timeout: '{{ n }}m' },
  parallel: { id: 'parallel', type: 'parallel' },
  join: { id: 'join', type: 'join', mode: 'first' },
  call: { id: 'call', type: 'call', scenario: 'other' },
  handover: { id: 'handover', type: 'handover', to: { kind: 'human' }, timeout: '1h' },
  emit: { id: 'emit', type: 'emit', event: 'seen' },
  'set-language': { id: 'set-language', type: 'set-language', locale: 'ru' },
  action: { id: 'action', type: 'action', action: 'http.request' },
  llm: { id: 'llm', type: 'llm', prompt: 'Hi' },
  agent: { id: 'agent', type: 'agent', instructions: 'Help' },
  answer: { id: 'answer', type: 'answer' },
  classify: { id: 'classify', type: 'classify', intents: [{ id: 'a' }] },
  end: { id: 'end', type: 'end', outcome: 'sold' },
};

import type { StepType, Variable } from '@scenarium/language';

/** What a new step needs: its own fields beside id and type, ids of texts to begin empty, and variables that must be there. */
export interface Blank {
  fields: Record<string, unknown>;
  texts?: string[];
  variables?: Record<string, Variable['type']>;
}

/** What a step of each type begins with; `id` is for its text, `given` the fields it has already. A type that is missing here does not compile. */
export const blanks: { [T in StepType]: (id: string, given: Readonly<Record<string, unknown>>) => Blank } = {
  message: (id) => ({ fields: { text: id }, texts: [id] }),
  ask: (id) => ({ fields: { prompt: id }, texts: [id] }),
  condition: () => ({ fields: {} }),
  switch: () => ({ fields: { value: 'locale', cases: [{ id: 'first', equals: 'en' }] } }),
  set: () => ({ fields: { assign: [{ variable: 'value', value: 'null' }] }, variables: { value: 'any' } }),
  transform: () => ({
    fields: { from: '[]', operations: [{ op: 'count' }], saveTo: 'result' },
    variables: { result: 'any' },
  }),
  wait: (_, given) => ({ fields: given['until'] === undefined ? { for: '1h' } : {} }),
  event: () => ({ fields: { event: 'something.happened' } }),
  parallel: () => ({ fields: {} }),
  join: () => ({ fields: {} }),
  call: () => ({ fields: { scenario: 'scenario' } }),
  handover: () => ({ fields: { to: { kind: 'human' } } }),
  emit: () => ({ fields: { event: 'something.happened' } }),
  'set-language': () => ({ fields: { locale: '{{ locale }}' } }),
  action: () => ({ fields: { action: 'plugin.action' } }),
  llm: () => ({ fields: { prompt: '{{ message.text }}' } }),
  agent: () => ({ fields: { instructions: '{{ message.text }}' } }),
  answer: () => ({ fields: {} }),
  classify: () => ({ fields: { intents: [{ id: 'first' }] } }),
  end: () => ({ fields: {} }),
};

import { Scenario } from '@scenarium/language';

/** The benchmark's three-turn scenario: ask a name, ask an age, decide, answer from a template. */
export const threeTurns: Scenario = Scenario.parse({
  format: 1,
  id: 'three-turns',
  name: 'Three turns',
  locales: ['en'],
  variables: { name: { type: 'text' }, age: { type: 'number' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask-name' }],
  steps: [
    { id: 'ask-name', type: 'ask', prompt: 'ask-name', saveTo: 'name' },
    { id: 'ask-age', type: 'ask', prompt: 'ask-age', saveTo: 'age', answer: { type: 'number', min: 0, max: 150 } },
    { id: 'adult', type: 'condition' },
    { id: 'welcome', type: 'message', text: 'welcome' },
    { id: 'sorry', type: 'message', text: 'sorry' },
    { id: 'done', type: 'end', outcome: 'welcomed' },
    { id: 'refused', type: 'end', outcome: 'refused' },
  ],
  flows: [
    { id: 'f1', from: 'ask-name', to: 'ask-age' },
    { id: 'f2', from: 'ask-age', to: 'adult' },
    { id: 'f2f', from: 'ask-age', on: 'failed', to: 'sorry' },
    { id: 'f3', from: 'adult', to: 'welcome', when: 'age >= 18' },
    { id: 'f4', from: 'adult', on: 'else', to: 'sorry' },
    { id: 'f5', from: 'welcome', to: 'done' },
    { id: 'f6', from: 'sorry', to: 'refused' },
  ],
  messages: {
    en: {
      'ask-name': 'What is your name?',
      'ask-age': 'How old are you, {{ name }}?',
      welcome: 'Welcome, {{ name }}! At {{ age }} everything is open to you.',
      sorry: 'Sorry, {{ name }}, come back later.',
    },
  },
});

/** Offers something by a command, asks, and ends sold or left. */
export const offer = (id: string, question: string) => ({
  format: 1,
  id,
  name: 'Offer',
  locales: ['en'],
  variables: { answer: { type: 'text' } },
  triggers: [{ id: 'start', type: 'command', command: 'offer', step: 'tell' }],
  steps: [
    { id: 'tell', type: 'emit', event: 'offered' },
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'answer' },
    { id: 'choose', type: 'condition' },
    { id: 'sold', type: 'end', outcome: 'sold' },
    { id: 'left', type: 'end', outcome: 'left' },
  ],
  flows: [
    { id: 'f1', from: 'tell', to: 'ask', on: 'next' },
    { id: 'f2', from: 'ask', to: 'choose', on: 'next' },
    { id: 'f3', from: 'ask', to: 'left', on: 'failed' },
    { id: 'f4', from: 'choose', to: 'sold', on: 'next', when: 'answer == "yes"' },
    { id: 'f5', from: 'choose', to: 'left', on: 'else' },
  ],
  messages: { en: { ask: question } },
});

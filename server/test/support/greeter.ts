/** Asks for a name, then for a size, then thanks. Changes make other versions of it. */
export const greeter = {
  format: 1,
  id: 'greeter',
  name: 'Greeter',
  locales: ['en', 'ru'],
  variables: { name: { type: 'text' }, size: { type: 'text' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask-name' }],
  steps: [
    { id: 'ask-name', type: 'ask', prompt: 'ask-name', answer: { type: 'text' }, saveTo: 'name' },
    { id: 'ask-size', type: 'ask', prompt: 'ask-size', answer: { type: 'text' }, saveTo: 'size' },
    { id: 'thanks', type: 'message', text: 'thanks' },
    { id: 'end', type: 'end', outcome: 'ordered' },
  ],
  flows: [
    { id: 'f1', from: 'ask-name', to: 'ask-size' },
    { id: 'f2', from: 'ask-size', to: 'thanks' },
    { id: 'f3', from: 'thanks', to: 'end' },
    { id: 'f4', from: 'ask-name', on: 'failed', to: 'end' },
    { id: 'f5', from: 'ask-size', on: 'failed', to: 'end' },
  ],
  messages: {
    en: { 'ask-name': 'Your name?', 'ask-size': 'Which size?', thanks: 'Thanks {{ name }}, size {{ size }}' },
    ru: { 'ask-name': 'Как вас зовут?', 'ask-size': 'Какой размер?', thanks: 'Спасибо, {{ name }}: размер {{ size }}' },
  },
};

/** The same with other thanks, and a question for the colour in place of the one for the size. */
export const colourGreeter = {
  ...greeter,
  variables: { ...greeter.variables, colour: { type: 'text' } },
  steps: greeter.steps.map((step) =>
    step.id === 'ask-size' ? { ...step, id: 'ask-colour', prompt: 'ask-colour', saveTo: 'colour' } : step,
  ),
  flows: greeter.flows.map((flow) => ({
    ...flow,
    from: flow.from === 'ask-size' ? 'ask-colour' : flow.from,
    to: flow.to === 'ask-size' ? 'ask-colour' : flow.to,
  })),
  messages: {
    en: { 'ask-name': 'Your name?', 'ask-colour': 'Which colour?', thanks: 'Thank you {{ name }}, in {{ colour }}' },
    ru: { 'ask-name': 'Как вас зовут?', 'ask-colour': 'Какой цвет?', thanks: 'Благодарим, {{ name }}: {{ colour }}' },
  },
};

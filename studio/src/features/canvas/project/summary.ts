import type { Step, StepOf, StepType } from '@scenarium/language';

type Say = (message: string) => string;

/** What each kind of step says of itself in a line; a type that is missing here does not compile. */
const summaries: { [T in StepType]: (step: StepOf<T>, text: Say) => string } = {
  message: (step, text) => text(step.text),
  ask: (step, text) => text(step.prompt),
  condition: () => '',
  switch: ({ value }) => value,
  set: ({ assign }) => assign.map(({ variable, value }) => `${variable} = ${value}`).join('; '),
  transform: ({ from, operations, saveTo }) => `${saveTo} = ${from} · ${operations.map(({ op }) => op).join(' · ')}`,
  wait: (step) => step.for ?? step.until ?? '',
  event: (step) => [step.event, step.key].filter(Boolean).join(' · '),
  parallel: () => '',
  join: () => '',
  call: ({ scenario }) => scenario,
  handover: (step, text) =>
    (step.text && text(step.text)) || (step.to.kind === 'agent' ? step.to.agent : (step.reason ?? '')),
  emit: ({ event }) => event,
  'set-language': ({ locale }) => locale,
  action: ({ action, saveTo }) => (saveTo ? `${action} → ${saveTo}` : action),
  llm: ({ prompt }) => prompt,
  agent: ({ instructions }) => instructions,
  answer: ({ question, bases }) => [question, ...bases].join(' · '),
  classify: ({ input }) => input,
  end: ({ outcome }) => outcome,
};

/** A line that tells what a step does. */
export function summaryOf(step: Step, text: Say): string {
  return (summaries[step.type] as (step: Step, text: Say) => string)(step, text).replaceAll(/\s+/g, ' ');
}

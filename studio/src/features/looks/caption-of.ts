import type { Step } from '@scenarium/language';

/** The words of an option, a case or an intent; undefined for an exit that has a name of its own. */
export function captionOf(step: Step, exit: string, words: (id: string) => string): string | undefined {
  const id = exit.slice(exit.indexOf(':') + 1);
  if (step.type === 'ask' && step.answer.type === 'choice' && exit.startsWith('option:')) {
    const option = step.answer.options.find((one) => one.id === id);
    return (option && words(option.label)) || id;
  }
  if (step.type === 'switch' && exit.startsWith('case:')) {
    const equals = step.cases.find((one) => one.id === id)?.equals;
    return Array.isArray(equals) ? equals.map(String).join(', ') : String(equals);
  }
  return exit.includes(':') ? id : undefined;
}

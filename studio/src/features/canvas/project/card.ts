import { definitionOf, type Problem, type Step } from '@scenarium/language';
import type { DocumentIndex } from '../../../document/index.ts';
import { plainText } from './plain-text.ts';
import { summaryOf } from './summary.ts';

export type Severity = Problem['severity'];

/** An exit as its card shows it. `caption`: the words of an option, a case or an intent. */
export interface CardExit {
  name: string;
  caption: string | undefined;
  isConnected: boolean;
  isRequired: boolean;
}

/** All that a card shows. */
export interface Card {
  step: Step;
  summary: string;
  /** The exit in the head of the card; the others stand below. */
  main: CardExit | undefined;
  rows: readonly CardExit[];
  starts: readonly string[];
  isFallback: boolean;
  severity: Severity | undefined;
}

/** The card of a step in a language of the scenario. */
export function cardOf(index: DocumentIndex, step: Step, around: Omit<Card, 'step' | 'summary' | 'main' | 'rows'> & { locale: string }): Card {
  const { locale, ...rest } = around;
  const taken = new Set(index.flowsFrom(step.id).map(({ on }) => on));
  const text = (id: string): string => plainText(index.text(locale, id) ?? '');
  const exits = definitionOf(step)
    .exits(step)
    .map(({ name, required }): CardExit => ({
      name,
      caption: captionOf(step, name, text),
      isConnected: taken.has(name),
      isRequired: required,
    }));
  return {
    ...rest,
    step,
    summary: summaryOf(step, text),
    main: exits.find(({ name }) => name === 'next'),
    rows: exits.filter(({ name }) => name !== 'next'),
  };
}

function captionOf(step: Step, exit: string, text: (id: string) => string): string | undefined {
  const id = exit.slice(exit.indexOf(':') + 1);
  if (step.type === 'ask' && step.answer.type === 'choice' && exit.startsWith('option:')) {
    const option = step.answer.options.find((one) => one.id === id);
    return (option && text(option.label)) || id;
  }
  if (step.type === 'switch' && exit.startsWith('case:')) {
    const equals = step.cases.find((one) => one.id === id)?.equals;
    return Array.isArray(equals) ? equals.map(String).join(', ') : String(equals);
  }
  return exit.includes(':') ? id : undefined;
}

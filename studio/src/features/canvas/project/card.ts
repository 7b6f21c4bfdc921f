import { definitionOf, type Problem, type Step, type Text } from '@scenarium/language';
import { captionOf } from '../../looks/caption-of.ts';
import { plainText } from '../../looks/plain-text.ts';
import { summaryOf } from './summary.ts';

export type Severity = Problem['severity'];

/** An exit as its card shows it. `caption`: the words of an option, a case or an intent. */
export interface CardExit {
  name: string;
  caption: string | undefined;
  isConnected: boolean;
  isRequired: boolean;
}

/** What stands on a card beside the step itself. */
export interface Around {
  /** What begins a run here: `/command`, the name of an event, or `:` and the type of another trigger. */
  starts: readonly string[];
  isFallback: boolean;
  severity: Severity | undefined;
}

/** All that a card shows. */
export interface Card extends Around {
  step: Step;
  summary: string;
  /** The exit in the head of the card; the others stand below. */
  main: CardExit | undefined;
  rows: readonly CardExit[];
}

/** The card of a step. `textOf` gives a text in the language that is shown. */
export function cardOf(
  step: Step,
  around: Around,
  from: { taken: ReadonlySet<string>; textOf(id: string): Text | undefined },
): Card {
  const words = (id: string): string => plainText(from.textOf(id) ?? '');
  const exits = definitionOf(step)
    .exits(step)
    .map(({ name, required }): CardExit => ({
      name,
      caption: captionOf(step, name, words),
      isConnected: from.taken.has(name),
      isRequired: required,
    }));
  return {
    ...around,
    step,
    summary: summaryOf(step, words),
    main: exits.find(({ name }) => name === 'next'),
    rows: exits.filter(({ name }) => name !== 'next'),
  };
}

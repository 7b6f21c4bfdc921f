import type { Scenario } from '@scenarium/language';
import { exitWords } from '../../looks/exit-words.ts';
import { captionOf } from '../../looks/caption-of.ts';
import { plainText } from '../../looks/plain-text.ts';
import type { LookTexts } from '../../looks/texts.ts';

/** Step → exit → what it is called. */
export type ExitNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How the exits are called that flows leave by: options, cases and intents by their own words, as everywhere in the editor. */
export function exitNames({ steps, flows, messages, locales: [locale = ''] }: Scenario, t: LookTexts): ExitNames {
  const words = (id: string): string => plainText(messages[locale]?.[id] ?? '');
  const exits = Map.groupBy(flows, ({ from }) => from);
  return Object.fromEntries(
    steps.map((step) => [
      step.id,
      Object.fromEntries(
        (exits.get(step.id) ?? []).map(({ on }) => [
          on,
          exitWords(t, { name: on, caption: captionOf(step, on, words) }),
        ]),
      ),
    ]),
  );
}

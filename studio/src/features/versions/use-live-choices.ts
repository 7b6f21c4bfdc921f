import type { Scenario } from '@scenarium/language';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { i18n } from '../../i18n/i18n.ts';
import type { Choices, Fate } from './fate.ts';

const EVERY_MS = 5_000;
const NONE: Choices = new Map();

/**
 * Who is talking on the agents of a scenario, and what is chosen for them when another version (the draft where none is named) comes.
 */
export function useLiveChoices(scenario: string, after: Scenario | null, version?: string) {
  const input = { params: { id: scenario }, query: version === undefined ? {} : { version } };
  const live = useRead('listLive', input, { every: EVERY_MS });
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choices>>(new Map());
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const choicesOf = (agent: string): Choices => chosen.get(agent) ?? NONE;
  const locales = after?.locales ?? [];
  const message = Object.fromEntries(locales.map((locale) => [locale, written[locale] ?? sorryIn(locale)]));
  return {
    live,
    choicesOf,
    message,
    /** Is anybody told to begin anew? */
    restarts: [...chosen.values()].some((choices) => [...choices.values()].some(({ fate }) => fate === 'restart')),
    write: (locale: string, text: string) => setWritten({ ...written, [locale]: text }),
    choose: (agent: string, fate: Fate) =>
      setChosen(new Map(chosen).set(agent, new Map(choicesOf(agent)).set(fate.step, fate))),
    /** What is sent for an agent. */
    planOf: (agent: string) => ({
      steps: [...choicesOf(agent).values()],
      message: Object.fromEntries(Object.entries(message).filter(([, text]) => text.trim() !== '')),
    }),
  };
}

export type LiveChoices = ReturnType<typeof useLiveChoices>;

function sorryIn(locale: string): string {
  return (i18n.getResource(locale.slice(0, 2), 'versions', 'sorry') as string | undefined) ?? '';
}

import { FORMAT, type Scenario } from '../../document/scenario.ts';
import { BUILT_IN } from '../../expressions/built-in.ts';
import { definitionOf, type Step } from '../../steps/index.ts';
import type { Head } from './start.ts';
import type { Note } from './remarks.ts';

interface Parts {
  steps: readonly Step[];
  /** Variables that conditions of another tool read. */
  reads: readonly string[];
}

/** Adds what the steps need and a drawing cannot bring: variables that are read or written, texts that are said. */
export function repair(head: Head, { steps, reads }: Parts, note: Note): Head {
  if (head.format !== FORMAT || !Array.isArray(head.locales)) return head;
  const known = new Set(steps.map(({ id }) => id));
  const { fallback, ...rest } = head;
  if (fallback !== undefined && !known.has(fallback)) note('fallback_lost', undefined, fallback);
  return {
    ...rest,
    ...(fallback !== undefined && known.has(fallback) && { fallback }),
    variables: withVariables(head, { steps, reads }, note),
    messages: withTexts(head, steps, note),
  };
}

function withVariables({ variables }: Head, { steps, reads }: Parts, note: Note): Scenario['variables'] {
  const needed = new Set([
    ...reads.filter((name) => !Object.hasOwn(BUILT_IN, name)),
    ...steps.flatMap((step) => (definitionOf(step).writes?.(step) ?? []).map(({ variable }) => variable)),
  ]);
  const missing = [...needed].filter((name) => !Object.hasOwn(variables ?? {}, name));
  if (missing.length === 0) return variables;
  for (const name of missing) note('variable_added', undefined, name);
  return { ...variables, ...Object.fromEntries(missing.map((name) => [name, { type: 'any', scope: 'run' }] as const)) };
}

function withTexts({ messages, locales }: Head, steps: readonly Step[], note: Note): Scenario['messages'] {
  const said = steps.flatMap((step) =>
    (definitionOf(step).texts?.(step) ?? []).map(({ message }) => ({ message, text: step.name ?? step.id })),
  );
  const missing = said.filter(
    ({ message }) => !locales.some((locale) => Object.hasOwn(messages?.[locale] ?? {}, message)),
  );
  if (missing.length === 0) return messages;
  for (const { message } of missing) note('text_added', undefined, message);
  const first = locales[0] as string;
  const added = Object.fromEntries(missing.map(({ message, text }) => [message, text.replaceAll('{{', '\\{{')]));
  return { ...messages, [first]: { ...added, ...messages?.[first] } };
}

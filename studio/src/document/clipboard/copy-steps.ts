import { definitionOf, FORMAT, type Flow, type Scenario, type Step, type Variable } from '@scenarium/language';
import type { DocumentIndex } from '../editing/document-index.ts';
import type { Point } from '../editing/rows.ts';
import { usesInFlow, usesInStep, usesInText } from '../references/uses.ts';
import { formatFragment } from './fragment.ts';

/**
 * The text that stands for steps on the clipboard: with the flows between them, the texts they say, the variables they use and where
 * they lie, and the notes that go along. Undefined where none of the ids is a step.
 *
 * @example navigator.clipboard.writeText(copySteps(store.index, selection) ?? '')
 */
export function copySteps(
  index: DocumentIndex,
  ids: readonly string[],
  notes: readonly string[] = [],
): string | undefined {
  const fragment = cutOut(index, ids, notes);
  return fragment && formatFragment(fragment);
}

/** Steps with all they need, as a scenario of their own. */
export function cutOut(
  index: DocumentIndex,
  ids: readonly string[],
  noteIds: readonly string[] = [],
): Scenario | undefined {
  const chosen = new Set(ids);
  const steps = index.keys('steps').flatMap((id) => (chosen.has(id) ? [index.step(id) as Step] : []));
  if (steps.length === 0) return undefined;
  const flows = steps.flatMap(({ id }) => index.flowsFrom(id).filter(({ to }) => chosen.has(to)));
  const messages = messagesOf(index, steps);
  const names = namesIn(steps, flows, messages);
  const layout = steps
    .flatMap(({ id }) => [[id, index.get('layout', id)] as const])
    .filter(([, point]) => point !== undefined);
  const notes = noteIds.flatMap((id) => index.get('notes', id) ?? []);
  return {
    format: FORMAT,
    id: 'clipboard',
    name: 'clipboard',
    locales: index.get('head', 'locales') as Scenario['locales'],
    timezone: 'UTC',
    variables: Object.fromEntries(
      index
        .keys('variables')
        .filter((name) => names.has(name))
        .map((name) => [name, index.get('variables', name) as Variable]),
    ),
    triggers: [],
    steps,
    flows,
    messages,
    limits: { stepsPerTurn: 200 },
    ...(layout.length > 0 && { layout: Object.fromEntries(layout) as Record<string, Point> }),
    ...(notes.length > 0 && { notes }),
  };
}

function messagesOf(index: DocumentIndex, steps: readonly Step[]): Scenario['messages'] {
  const said = new Set(steps.flatMap((step) => (definitionOf(step).texts?.(step) ?? []).map(({ message }) => message)));
  return Object.fromEntries(
    index
      .keys('messages')
      .map((locale) => [
        locale,
        Object.fromEntries(Object.entries(index.get('messages', locale) ?? {}).filter(([id]) => said.has(id))),
      ]),
  );
}

function namesIn(steps: readonly Step[], flows: readonly Flow[], messages: Scenario['messages']): Set<string> {
  const texts = Object.entries(messages).flatMap(([locale, all]) =>
    Object.entries(all).flatMap(([id, text]) => usesInText(text, { kind: 'text', locale, id })),
  );
  return new Set(
    [...steps.flatMap(usesInStep), ...flows.flatMap(usesInFlow), ...texts].map(({ variable }) => variable),
  );
}

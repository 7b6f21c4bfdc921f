import type { Variable } from '@scenarium/language';
import { parseFragment, type Fragment } from '../clipboard/fragment.ts';
import { putIn, type PutIn } from '../clipboard/put-in.ts';
import type { Editing } from '../editing/editing.ts';
import { hasText } from '../editing/fits.ts';
import type { Point } from '../editing/rows.ts';
import { done, type Command } from './command.ts';

/**
 * Puts steps from the clipboard into the document, from whichever scenario they come. Same texts and variables are shared, others that
 * clash get other names; what the steps name and the clipboard did not bring is made empty and given as `missing`. A text that is no
 * steps is refused.
 *
 * @example store.execute(paste({ text: await navigator.clipboard.readText(), at: cursor }))
 */
export function paste(input: { text: string; at?: Point }): Command<PutIn & Pick<Fragment, 'missing'>> {
  return {
    name: 'step.paste',
    run(document) {
      const fragment = parseFragment(input.text);
      if (!fragment.ok) return fragment;
      const { scenario, missing } = withWhatIsThere(document, fragment.value);
      const outcome = putIn(document, scenario, { texts: 'shared', ...(input.at && { at: input.at }) });
      return outcome.ok ? done({ ...outcome.value, missing }) : outcome;
    },
  };
}

/** What a fragment names and did not bring may be there already: then that is meant. */
function withWhatIsThere(document: Editing, { scenario, missing }: Fragment): Fragment {
  const isOpen = (name: string): boolean => document.get('variables', name)?.scope !== 'agent';
  const known = missing.variables.filter((name) => document.get('variables', name) && isOpen(name));
  const said = missing.messages.filter((id) => hasText(document, id));
  const variables = known.map((name) => [name, document.get('variables', name) as Variable] as const);
  const messages = { ...scenario.messages };
  for (const id of said)
    for (const locale of [...Object.keys(messages), ...document.head('locales')]) {
      const { [id]: _, ...others } = messages[locale] ?? {};
      const text = document.text(locale, id);
      messages[locale] = text === undefined ? others : { ...others, [id]: text };
    }
  return {
    scenario: { ...scenario, messages, variables: { ...scenario.variables, ...Object.fromEntries(variables) } },
    missing: {
      variables: missing.variables.filter((name) => !known.includes(name)),
      messages: missing.messages.filter((id) => !said.includes(id)),
    },
  };
}

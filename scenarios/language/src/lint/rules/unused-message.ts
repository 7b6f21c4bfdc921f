import { definitionOf } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

/** A text that no step says. */
export const unusedMessage: Rule = {
  code: 'unused_message',
  check({ scenario }) {
    const [locale = ''] = scenario.locales;
    const said = new Set(
      scenario.steps.flatMap((step) => (definitionOf(step).texts?.(step) ?? []).map(({ message }) => message)),
    );
    return Object.keys(scenario.messages[locale] ?? {})
      .filter((id) => !said.has(id))
      .map((id) =>
        found(
          'unused_message',
          'info',
          { path: ['messages', locale, id] },
          { en: `Text “${id}” is not used`, ru: `Текст «${id}» не используется` },
          { en: 'Delete it', ru: 'Удалите его' },
        ),
      );
  },
};

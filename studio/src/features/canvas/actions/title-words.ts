import { commandTitles, type Title } from '../../../document/index.ts';
import { inLanguage } from '../../../i18n/in-language.ts';

/** What a step of undo did, in words. */
export function titleWords(title: Title | undefined): string | undefined {
  if (!title) return undefined;
  const words = inLanguage({ ...commandTitles[title.name] });
  return words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(title.values[name] ?? ''));
}

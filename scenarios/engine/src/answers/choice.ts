import type { AnswerOf, AnswerParser } from './parser.ts';

/** A button pressed, or an option written: its label in any language, a synonym, its number. */
export const choice: AnswerParser<AnswerOf<'choice'>> = ({ options }, { work, token, message }) => {
  const compiled = work.compiled(token);
  const written = folded(message.text);
  const labels = (label: string): string[] =>
    compiled.scenario.locales.map((locale) => compiled.text(label, locale, 0, work.bindings(token)).text);
  const found =
    options.find(({ id }) => id === message.option) ??
    (written === ''
      ? undefined
      : options.find(({ id, label, synonyms }) =>
          [id, ...labels(label), ...synonyms].some((word) => folded(word) === written),
        )) ??
    (/^\d{1,2}$/.test(written) ? options[Number(written) - 1] : undefined);
  return found ? { value: found.value ?? found.id, option: found.id } : null;
};

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '');
}

import { ParseError } from '@marcbachmann/cel-js';
import type { LocalisedText } from '../problem.ts';
import { unreadable, type ExpressionProblem } from './problems.ts';

/** What the parser's error means, in people's words and with its place. */
export function syntaxProblem(source: string, error: unknown): ExpressionProblem {
  if (!(error instanceof ParseError)) return unreadable(source, explanations.default(''));
  const { start = 0, end = start } = error.range ?? {};
  const there = source.slice(start, Math.max(end, start + 1));
  if (start >= source.trimEnd().length && !(error.code in explanations))
    return unreadable(source, { en: 'it ends too early', ru: 'оно обрывается' }, start, end);
  const explain = explanations[error.code as keyof typeof explanations] ?? explanations.default;
  return unreadable(source, explain(there), start, end);
}

const badText = (): LocalisedText => ({ en: 'a text in quotes is not closed', ru: 'текст в кавычках не закрыт' });

const explanations = {
  unterminated_string: badText,
  unterminated_triple_quoted_string: badText,
  newline_in_string: badText,
  limit_exceeded: () => ({ en: 'it is too large or nested too deep', ru: 'оно слишком большое или глубоко вложенное' }),
  reserved_identifier: (word: string) => ({
    en: `“${word}” is a reserved word`,
    ru: `«${word}» — зарезервированное слово`,
  }),
  invalid_macro_argument: (there: string) => ({
    en: `“${there}” must be a name`,
    ru: `«${there}»: здесь должно быть имя`,
  }),
  default: (there: string) => ({ en: `“${there}” is not expected here`, ru: `«${there}» здесь не ожидается` }),
};

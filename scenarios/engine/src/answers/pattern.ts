import type { AnswerOf, AnswerParser } from './parser.ts';

export const pattern: AnswerParser<AnswerOf<'pattern'>> = (answer, { work, token, message }) =>
  work.compiled(token).matches(answer.pattern, message.text) ? { value: message.text.trim() } : null;

import type { AnswerOf, AnswerParser } from './parser.ts';

export const text: AnswerParser<AnswerOf<'text'>> = ({ minLength, maxLength }, { message }) => {
  const value = message.text.trim();
  return value.length >= minLength && value.length <= maxLength ? { value } : null;
};

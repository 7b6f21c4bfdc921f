import { choice } from './choice.ts';
import { date, datetime } from './date.ts';
import { email } from './email.ts';
import { number } from './number.ts';
import type { Answer, AnswerOf, AnswerParser } from './parser.ts';
import { pattern } from './pattern.ts';
import { phone } from './phone.ts';
import { text } from './text.ts';

/** How each type of answer is read; a type that is missing here does not compile. */
export const answerParsers: { [T in Answer['type']]: AnswerParser<AnswerOf<T>> } = {
  text,
  number,
  date,
  datetime,
  email,
  phone,
  pattern,
  choice,
};

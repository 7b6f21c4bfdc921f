import type { AnswerOf, AnswerParser } from './parser.ts';

/** The form people and mail servers agree on: one `@`, a dotted domain, at most 254 characters (RFC 5321). */
const EMAIL = /^[^\s@"(),:;<>[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

export const email: AnswerParser<AnswerOf<'email'>> = (_answer, { message }) => {
  const value = message.text.trim();
  const [local = ''] = value.split('@');
  const dotted = local.startsWith('.') || local.endsWith('.') || local.includes('..');
  return value.length <= 254 && !dotted && EMAIL.test(value) ? { value } : null;
};

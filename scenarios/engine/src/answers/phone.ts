import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { AnswerOf, AnswerParser } from './parser.ts';

/** A possible and valid number, as E.164: `+79991234567`. */
export const phone: AnswerParser<AnswerOf<'phone'>> = ({ country }, { message }) => {
  const parsed = parsePhoneNumberFromString(
    message.text.trim().slice(0, 40),
    country?.toUpperCase() as CountryCode | undefined,
  );
  return parsed?.isValid() ? { value: parsed.number } : null;
};

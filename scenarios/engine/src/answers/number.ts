import type { AnswerOf, AnswerParser } from './parser.ts';

/** Numbers as people write them: `1 200,50`, `1,200.50`, `12 000`. */
export const number: AnswerParser<AnswerOf<'number'>> = ({ min = -Infinity, max = Infinity, integer }, { message }) => {
  const value = parseNumber(message.text);
  if (value === null || value < min || value > max || (integer && !Number.isInteger(value))) return null;
  return { value };
};

function parseNumber(written: string): number | null {
  const text = written.trim().replace(/[\s\u00a0\u202f']/g, '');
  if (!/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return /^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : null;
  const plain = Number(text.replaceAll(',', ''));
  const isDecimal = (text.match(/,/g) ?? []).length === 1 && !text.includes('.') && /^[+-]?0,/.test(text);
  return isDecimal ? Number(text.replace(',', '.')) : plain;
}

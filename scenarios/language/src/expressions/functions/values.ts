import { LONGEST_TEXT, type Evaluation } from '../evaluation.ts';
import { Failure } from '../failure.ts';
import { printNumber } from '../printed.ts';
import { toPlain } from '../plain.ts';
import { called } from '../kinds.ts';
import { define } from './define.ts';

const MOST_FORMATTERS = 200;
const formatters = new Map<string, Intl.NumberFormat>();

export const valueFunctions = [
  define('string', {
    takes: ['any'],
    gives: 'text',
    en: 'A number, or true or false, as a text',
    ru: 'Число или «да/нет» как текст',
    example: 'string(12.5)',
    call: (_, value) => asText(value),
  }),
  define('json', {
    takes: ['any'],
    gives: 'text',
    en: 'As JSON text',
    ru: 'В виде JSON',
    example: 'json({"id": 7})',
    call: asJson,
  }),
  define('formatNumber', {
    takes: ['number'],
    gives: 'text',
    en: 'With the separators of the run’s language',
    ru: 'С разделителями, принятыми в языке диалога',
    example: 'formatNumber(1234567.5)',
    call: (run, value) => formatted(run, value, {}),
  }),
  define('formatMoney', {
    takes: ['number', 'text'],
    gives: 'text',
    en: 'An amount in a currency (ISO 4217 code), as the run’s language writes it',
    ru: 'Сумма в валюте (код ISO 4217), как принято в языке диалога',
    example: 'formatMoney(1250, "EUR")',
    call(run, value, currency) {
      if (!/^[A-Z]{3}$/.test(currency))
        throw new Failure('expression_type', `“${currency.slice(0, 40)}” is not a currency code such as EUR`);
      return formatted(run, value, { style: 'currency', currency });
    },
  }),
];

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'boolean') return String(value);
  throw new Failure('expression_type', `string() does not take ${called(value)}: use json()`);
}

function asJson(run: Evaluation, value: unknown): string {
  const text = JSON.stringify(toPlain(value, run));
  run.spend(text.length >> 3);
  if (text.length > LONGEST_TEXT) throw new Failure('expression_limit', 'the JSON text is too long');
  return text;
}

function formatted(run: Evaluation, value: number, options: Intl.NumberFormatOptions): string {
  run.spend(100);
  const key = `${run.locale} ${options.currency ?? ''}`;
  const known = formatters.get(key);
  if (known) return known.format(value);
  const made = formatter(run.locale, options);
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(key, made);
  return made.format(value);
}

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    throw new Failure('expression_failed', `“${locale.slice(0, 40)}” is no locale`);
  }
}

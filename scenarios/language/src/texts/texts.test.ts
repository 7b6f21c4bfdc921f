import { describe, expect, it } from 'vitest';
import { chooseLocale } from './choose-locale.ts';
import { chooseVariant } from './choose-variant.ts';
import { pluralCategory } from './plural-category.ts';

describe('the nearest locale', () => {
  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['de', 'ru'],
    ['', 'ru'],
    ['not a tag', 'ru'],
    ['-', 'ru'],
    ['en-', 'en'],
    ['en-x-private', 'en'],
    [['de-AT', 'en-GB', 'ru'], 'en'],
    [['de', 'fr'], 'ru'],
    [[], 'ru'],
  ])('of %j is %s', (wanted, nearest) => {
    expect(chooseLocale(wanted, ['ru', 'en', 'pt-BR'])).toBe(nearest);
  });

  it.each([
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['sr-RS', 'sr'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['sr-Latn-u-co-phonebk', 'sr-Latn'],
    ['en-AU', 'en-GB'],
    ['EN-us', 'en-US'],
  ])('in the right script and region of %s is %s', (wanted, nearest) => {
    expect(chooseLocale(wanted, ['zh-Hans', 'zh-Hant', 'sr', 'sr-Latn', 'en-GB', 'en-US'])).toBe(nearest);
  });
});

describe('a variant', () => {
  it('is the same for the same seed', () => {
    expect(chooseVariant(['a', 'b', 'c'], 42)).toBe(chooseVariant(['a', 'b', 'c'], 42));
    expect(chooseVariant('only', 7)).toBe('only');
  });

  it.each([
    ['that follow each other', 1],
    ['that share a divisor', 3],
    ['that are large', 0x9e3779b1],
    ['that are negative', -5],
  ])('is chosen evenly by seeds %s', (_, step) => {
    const counts: Record<string, number> = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 3_000; i += 1) {
      const chosen = chooseVariant(['a', 'b', 'c'], i * step) as string;
      counts[chosen] = (counts[chosen] ?? 0) + 1;
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(850);
  });
});

it.each([
  ['en', 1, 'one'],
  ['en', 2, 'other'],
  ['ru', 1, 'one'],
  ['ru', 2, 'few'],
  ['ru', 5, 'many'],
  ['ru', 21, 'one'],
  ['ru', 1.5, 'other'],
])('in %s, %d is %s', (locale, count, category) => {
  expect(pluralCategory(locale, count)).toBe(category);
});

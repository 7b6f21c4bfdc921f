import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BaseIndex } from './base-index.ts';
import { VectorIndex } from './vector-index.ts';

const TEXTS = {
  delivery: ['Доставка', 'Доставка холодильников по городу стоит 790 рублей. Курьер позвонит за час.'],
  returns: ['Возврат', 'Вернуть товар можно в течение 14 дней. Артикул AB-1200 не возвращается.'],
  warranty: ['Warranty', 'Fridges have a warranty of 24 months. Write to help@example.com.'],
  bonus: ['Бонусы', 'Бонусы сгорают через 12 месяцев. Елка, ёлка и Ёлка — одно слово. Всего 10 000 бонусов.'],
} as const;

function indexed(): BaseIndex {
  const index = new BaseIndex();
  for (const [name, [title, text]] of Object.entries(TEXTS))
    index.add({ _id: name, document: name, source: `${name}.pdf`, title, headings: [], text });
  return index;
}

const first = (text: string, more = {}): string | undefined => indexed().search({ text, limit: 3, ...more }, [])[0]?.id;

describe('a search', () => {
  it.each([
    ['сколько стоит доставить холодильник', 'delivery'],
    ['возвраты товаров', 'returns'],
    ['warranties of a fridge', 'warranty'],
    ['ab-1200', 'returns'],
    ['help@example.com', 'warranty'],
    ['ЕЛКИ', 'bonus'],
    ['10000 бонусов', 'bonus'],
    ['хлодильник', 'delivery'],
    ['waranty', 'warranty'],
  ])('given “%s”, then %s is found first', (question, expected) => expect(first(question)).toBe(expected));

  it('given words that stand nowhere, then nothing is found', () =>
    expect(indexed().search({ text: 'погода в Осло', limit: 3 }, [])).toEqual([]));

  it('given sources, then others are not found', () => {
    expect(first('холодильник fridge', { sources: ['warranty.pdf'] })).toBe('warranty');
    expect(indexed().search({ text: 'доставка', sources: ['returns.pdf'], limit: 3 }, [])).toEqual([]);
  });

  it('given a document that was removed, and one that replaced another, then only what is there is found', () => {
    const index = indexed();
    index.remove('delivery');
    expect(index.search({ text: 'доставка', limit: 3 }, [])).toEqual([]);
    index.add({
      _id: 'new',
      document: 'delivery',
      source: 'd',
      title: '',
      headings: [],
      text: 'Самовывоз',
    });
    expect(index.search({ text: 'доставка', limit: 3 }, [])).toEqual([]);
    expect(index.search({ text: 'самовывоз', limit: 3 }, [])[0]?.id).toBe('new');
  });

  it('given anything at all as a query, then it is harmless', () => {
    const index = indexed();
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '"доставка" OR NOT (',
        '$where',
        '^(a+)+$',
        'а'.repeat(100_000),
        '🙂'.repeat(1_000),
        '\u202eabc',
        ' ',
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { score } of index.search({ text, limit: 5 }, [])) expect(score).toBeGreaterThan(0);
        for (const weight of index.weights(text).values()) expect(Number.isFinite(weight)).toBe(true);
      }),
    );
  });
});

describe('vectors', () => {
  /** A vector in which every number is on its own, the same for the same seed. */
  const random = (seed: number) =>
    Float32Array.from({ length: 64 }, (_, i) => {
      let mixed = Math.imul((seed + 1) * 64 + i, 0x9e3779b1);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
      return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32 - 0.5;
    });

  it('given many, then the nearest are found although few are compared', () => {
    const index = new VectorIndex();
    const count = 12_000;
    for (let i = 0; i < count; i += 1) index.add(i, random(i));
    let found = 0;
    for (let i = 0; i < 50; i += 1) {
      const near = random(i * 37).map((value, at) => value + 0.05 * Math.sin(at * i));
      if (index.search(near, { limit: 1, accepts: () => true })[0]?.id === i * 37) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(48);
  });

  it('given vectors of another size, then they are passed over', () => {
    const index = new VectorIndex();
    index.add(1, new Float32Array([1, 0]));
    index.add(2, new Float32Array([1, 0, 0]));
    expect(index.search(new Float32Array([1, 0]), { limit: 5, accepts: () => true }).map(({ id }) => id)).toEqual([1]);
    expect(index.search(new Float32Array([1]), { limit: 5, accepts: () => true })).toEqual([]);
  });

  it('given both, then what is first in both is first', () => {
    const index = new BaseIndex();
    const add = (id: string, text: string): void =>
      index.add({ _id: id, document: id, source: id, title: '', headings: [], text });
    add('word', 'fridge');
    add('both', 'fridge fridge');
    add('sense', 'refrigerator');
    const near = ['sense', 'both', 'gone', 'word'].map((id, i) => ({ id, score: 1 - i / 10 }));
    const hits = index.search({ text: 'fridge', limit: 3 }, near);
    expect(hits[0]).toMatchObject({ id: 'both', text: { place: 1 }, vector: { place: 2 } });
    expect(hits.map(({ id }) => id)).toContain('sense');
    expect(hits.map(({ id }) => id)).not.toContain('gone');
    expect(index.search({ text: 'fridge', mode: 'text', limit: 3 }, near)).toHaveLength(2);
    index.remove('both');
    expect(index.search({ text: 'fridge', limit: 3 }, near).map(({ id }) => id)).not.toContain('both');
  });
});

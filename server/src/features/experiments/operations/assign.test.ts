import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';

const contacts = Array.from({ length: 5_000 }, (_, at) => `web:${at}`);
const halves = [
  { id: 'a', weight: 50 },
  { id: 'b', weight: 50 },
] as const;

describe('the variant of a contact', () => {
  it('given the same experiment and contact, then it is the same for ever', () => {
    const seen = ['Ann', 'web:7', 'telegram:42', 'анна@example.com'].map((contact) => assign('e1', halves, contact).id);
    // As written down: another release of the server must not move anybody.
    expect(seen).toEqual(['a', 'b', 'a', 'a']);
  });

  it('given weights, then contacts are split by them, and variants in another order change nothing', () => {
    const thirds = [
      { id: 'a', weight: 70 },
      { id: 'b', weight: 20 },
      { id: 'c', weight: 10 },
    ] as const;
    const turned = [thirds[2], thirds[0], thirds[1]] as const;
    const ids = contacts.map((contact) => assign('e1', thirds, contact).id);
    expect(contacts.map((contact) => assign('e1', turned, contact).id)).toEqual(ids);
    // Four standard deviations of a binomial count.
    for (const { id, weight } of thirds) {
      const share = weight / 100;
      const spread = 4 * Math.sqrt(contacts.length * share * (1 - share));
      expect(Math.abs(ids.filter((other) => other === id).length - contacts.length * share)).toBeLessThan(spread);
    }
  });

  it('given another experiment, then its split has nothing to do with this one', () => {
    const both = contacts.filter((contact) => assign('e1', halves, contact).id === assign('e2', halves, contact).id);
    expect(Math.abs(both.length - contacts.length / 2)).toBeLessThan(4 * Math.sqrt(contacts.length / 4));
  });
});

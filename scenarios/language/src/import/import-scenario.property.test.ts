import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importScenario, loadScenario } from '../index.ts';
import { flowerShop } from './fixtures/flower-shop.fixture.ts';
import { handbookAgent, rewriteThenAnswer } from './fixtures/handbook-chat.fixture.ts';
import { parcelDesk } from './fixtures/parcel-desk.fixture.ts';

const files = [flowerShop, parcelDesk, rewriteThenAnswer, handbookAgent(['calculator'])];
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    '',
    '{{',
    '{{ }}',
    '{{constructor}}',
    '__proto__',
    [],
    {},
    [null],
    '\u0000',
    '((((',
    '<p>',
  ),
  fc.string(),
  fc.json().map((text) => JSON.parse(text) as unknown),
);

/** Puts something else in one place of a copy: chosen by going down from the top, a number for every turn. */
function mutated(value: unknown, turns: readonly number[], put: unknown): unknown {
  const [turn, ...further] = turns;
  if (turn === undefined || typeof value !== 'object' || value === null) return put;
  const keys = Object.keys(value);
  if (keys.length === 0) return put;
  const key = keys[turn % keys.length] as string;
  const inside = mutated((value as Record<string, unknown>)[key], further, put);
  return Array.isArray(value)
    ? value.map((item: unknown, i) => (String(i) === key ? inside : item))
    : { ...value, [key]: inside };
}

describe('the import of a damaged file', () => {
  it('never throws: it gives a scenario that loads, or problems with codes', { timeout: 60_000 }, async () => {
    const change = fc.tuple(fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), junk);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (file, changes) => {
          const damaged = changes.reduce<unknown>((before, [turns, put]) => mutated(before, turns, put), file);
          const { scenario, report } = await importScenario(JSON.stringify(damaged));
          expect(scenario !== undefined || report.problems.length > 0).toBe(true);
          if (!scenario) return;
          expect(loadScenario(scenario)).toMatchObject({ ok: true });
          for (const { remarks } of report.nodes)
            for (const { code, message, hint } of remarks)
              expect([code, message.en, message.ru, hint.en, hint.ru]).not.toContain('');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never throws, whatever is said to be its format', async () => {
    const format = fc.constantFrom('json', 'yaml', 'bpmn', 'typebot', 'flowise');
    await fc.assert(
      fc.asyncProperty(format, fc.oneof(fc.json(), fc.string()), async (known, text) => {
        const { scenario, report } = await importScenario(text, { format: known });
        expect(scenario !== undefined || report.problems.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

import { readFileSync } from 'node:fs';
import {
  fromBpmn,
  formatScenario,
  loadScenario,
  NOTE_COLORS,
  parseScenario,
  toBpmn,
  type Scenario,
} from '@scenarium/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from './arbitrary-scenario.fixture.ts';

const templates = ['appointment', 'lead-qualification', 'lead-to-crm', 'order-status', 'support-faq'];

const id = fc.stringMatching(/^[A-Za-z][\w.-]{0,5}$/);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('  two  spaces ', 'a\nb\tc\r\n', '<b>&amp;"\'</b>', ']]>', '{{ n }}', '\u0000\uFFFE\uD800', '  '),
);
const position = fc.record({
  x: fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  y: fc.integer({ min: -5000, max: 5000 }),
});

const note = fc.record({
  text,
  at: position,
  width: fc.double({ min: 20, max: 5_000, noNaN: true }),
  height: fc.integer({ min: 20, max: 5_000 }),
  color: fc.constantFrom(...NOTE_COLORS),
});

/** A valid scenario as people may have made it: other ids, names and texts of any characters, positions of some of its steps. */
const anyDressedScenario: fc.Arbitrary<Scenario> = fc
  .record({
    scenario: anyScenario,
    ids: fc.infiniteStream(id),
    texts: fc.infiniteStream(text),
    positions: fc.infiniteStream(fc.option(position, { nil: undefined, freq: 2 })),
    placed: fc.boolean(),
    bare: fc.boolean(),
    notes: fc.option(fc.array(note, { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ scenario, ids, texts, positions, placed, bare, notes }) => {
    if (bare) return JSON.parse(JSON.stringify(scenario)) as Scenario;
    const say = () => texts.next().value as string;
    const taken = new Set<string>();
    const names = new Map(scenario.steps.map((step) => [step.id, fresh(ids, taken)]));
    const named = (old: string) => names.get(old) as string;
    const flows = new Set<string>();
    const noted = new Set<string>();
    const dressed = {
      ...scenario,
      name: say() || 'Any',
      description: say(),
      steps: scenario.steps.map((step) => ({ ...step, id: named(step.id), ...(say().length % 2 && { name: say() }) })),
      flows: scenario.flows.map((flow) => ({
        ...flow,
        id: fresh(ids, flows),
        from: named(flow.from),
        to: named(flow.to),
      })),
      triggers: scenario.triggers.flatMap((trigger, i) => [
        { ...trigger, id: `t${i}`, step: named(trigger.step) },
        { id: ids.next().value as string, type: 'event', event: say() || 'e', step: named(trigger.step) },
      ]),
      messages: { ...scenario.messages, ru: { ...scenario.messages['ru'], hello: [say(), say()] } },
      ...(scenario.fallback !== undefined && { fallback: named(scenario.fallback) }),
      ...(placed && {
        layout: Object.fromEntries(
          [...taken, 't0', 'gone'].flatMap((key) => {
            const at = positions.next().value;
            return at ? [[key, { x: at.x + 0, y: at.y + 0 }]] : [];
          }),
        ),
      }),
      ...(notes && {
        notes: notes.map(({ at, ...one }) => ({ ...one, id: fresh(ids, noted), x: at.x + 0, y: at.y + 0 })),
      }),
    };
    const loaded = loadScenario(JSON.parse(JSON.stringify(dressed)));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.scenario;
  });

function fresh(ids: fc.Stream<string>, taken: Set<string>): string {
  let made: string;
  do made = ids.next().value as string;
  while (taken.has(made));
  taken.add(made);
  return made;
}

function template(name: string): Scenario {
  const path = new URL(`../../templates/${name}/scenario.yaml`, import.meta.url);
  const loaded = parseScenario(readFileSync(path, 'utf8'), 'yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

async function comesBack(scenario: Scenario): Promise<void> {
  const { scenario: back, report } = await fromBpmn(await toBpmn(scenario));
  expect(report).toEqual([]);
  expect(back).toStrictEqual(scenario);
  expect(formatScenario(back as Scenario, 'json')).toBe(formatScenario(scenario, 'json'));
  const parsed = parseScenario(formatScenario(scenario, 'yaml'), 'yaml');
  expect(parsed).toStrictEqual({ ok: true, scenario });
}

describe('a scenario comes back the same, from BPMN and from YAML', () => {
  it.for(templates)('the template %s', (name) => comesBack(template(name)));

  it('any scenario', { timeout: 120_000 }, () =>
    fc.assert(fc.asyncProperty(anyDressedScenario, comesBack), { numRuns: 1_000 }),
  );

  it('any scenario whose shapes were renamed and moved', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(anyScenario, async (made) => {
        const scenario = JSON.parse(JSON.stringify(made)) as Scenario;
        const xml = (await toBpmn(scenario))
          .replaceAll(/(<bpmn:\w+ id="s\d+") name="[^"]*"/g, '$1 name="Renamed"')
          .replaceAll(/<dc:Bounds x="[^"]*" y="[^"]*"/g, '<dc:Bounds x="7" y="9.5"');
        const { scenario: back, report } = await fromBpmn(xml);
        expect(report).toEqual([]);
        expect(back).toEqual({
          ...scenario,
          steps: scenario.steps.map((step) => ({ ...step, name: 'Renamed' })),
          layout: Object.fromEntries([...scenario.steps, ...scenario.triggers].map(({ id }) => [id, { x: 7, y: 9.5 }])),
        });
      }),
      { numRuns: 200 },
    ),
  );
});

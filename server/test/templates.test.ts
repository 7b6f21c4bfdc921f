import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCase } from '@scenarium/engine';
import { Case, compileScenario, lint, parseScenario } from '@scenarium/language';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../scenarios/templates/', import.meta.url));
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'scenario.yaml')));

describe.for(names)('template %s', (name) => {
  const loaded = parseScenario(readFileSync(join(folder, name, 'scenario.yaml'), 'utf8'), 'yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const compilation = compileScenario(loaded.scenario);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  const cases = readdirSync(join(folder, name, 'cases'));

  it('has nothing that lint minds', () => {
    expect(lint(loaded.scenario).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('speaks both languages and has a case in each', () => {
    expect(loaded.scenario.locales).toEqual(['en', 'ru']);
    expect(cases.filter((file) => file.includes('.ru.')).length).toBeGreaterThan(0);
    expect(cases.filter((file) => !file.includes('.ru.')).length).toBeGreaterThan(0);
  });

  it.for(cases)('passes %s', (file) => {
    const given = Case.parse(parse(readFileSync(join(folder, name, 'cases', file), 'utf8')));
    expect(runCase(compilation.compiled, given).failures).toEqual([]);
  });
});

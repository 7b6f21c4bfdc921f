import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCase, parseScenario } from '@scenarium/language';
import { parse } from 'yaml';
import type { Template, TemplateCase } from '../model.ts';

/** Reads the library: a folder each, with `scenario.yaml`, `agent.yaml`, `template.yaml` and `cases`. */
export function readTemplates(): Template[] {
  const library = dirname(fileURLToPath(import.meta.resolve('@scenarium/templates/package.json')));
  return readdirSync(library)
    .sort()
    .filter((id) => existsSync(join(library, id, 'scenario.yaml')))
    .map((id) => readTemplate(id, join(library, id)));
}

function readTemplate(id: string, folder: string): Template {
  const loaded = parseScenario(readFileSync(join(folder, 'scenario.yaml'), 'utf8'), 'yaml');
  if (!loaded.ok) throw new Error(`the template ${id} is not valid: ${loaded.problems[0]?.message.en}`);
  const { title, summary } = readYaml<Pick<Template, 'title' | 'summary'>>(join(folder, 'template.yaml'));
  const shownAs = readYaml<Template['shownAs']>(join(folder, 'agent.yaml'));
  return { id, title, summary, shownAs, scenario: loaded.scenario, cases: readCases(join(folder, 'cases')) };
}

function readCases(folder: string): TemplateCase[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const parsed = parseCase(readFileSync(join(folder, file), 'utf8'));
      if (!parsed.ok) throw new Error(`${join(folder, file)} is not valid: ${parsed.problems[0]}`);
      return { key: file.replace(/\.case\.yaml$/, '').replaceAll('.', '-'), given: parsed.case };
    });
}

function readYaml<T>(file: string): T {
  return parse(readFileSync(file, 'utf8')) as T;
}

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCase, parseCase, type Case } from '@scenarium/language';
import { CliError } from '../cli-error.ts';
import { readText } from '../read-scenario.ts';

const ENDING = '.case.yaml';

/** A case with the name of its file. */
export interface NamedCase {
  key: string;
  given: Case;
}

/** The cases in a folder's `cases`, in the order of their names. @throws CliError naming the file that is no case */
export function readCases(folder: string): NamedCase[] {
  const cases = join(folder, 'cases');
  const files = existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith(ENDING)) : [];
  return files.sort().map((name) => {
    const file = join(cases, name);
    const parsed = parseCase(readText(file));
    if (!parsed.ok) throw new CliError(`${file}: ${parsed.problems.join('; ')}`);
    return { key: name.slice(0, -ENDING.length).replace(/[^\w-]/g, '-'), given: parsed.case };
  });
}

export function writeCases(folder: string, cases: readonly NamedCase[]): void {
  if (cases.length > 0) mkdirSync(join(folder, 'cases'), { recursive: true });
  for (const { key, given } of cases) writeFileSync(join(folder, 'cases', `${key}${ENDING}`), formatCase(given));
}

import { readFileSync } from 'node:fs';
import { parseScenario, type Problem, type Scenario } from '@scenarium/language';
import { CliError } from './cli-error.ts';

/** The scenario in a file; JSON or YAML by its ending. @throws CliError listing every problem */
export function readScenario(file: string): Scenario {
  const loaded = parseScenario(readText(file), file.endsWith('.json') ? 'json' : 'yaml');
  if (loaded.ok) return loaded.scenario;
  throw new CliError(loaded.problems.map((problem) => shown(file, problem, 'en')).join('\n'));
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** A problem as one line of text, with its place. */
export function shown(file: string, { place, severity, code, message, hint }: Problem, locale: 'en' | 'ru'): string {
  const line = place.line === undefined ? '' : `:${place.line}:${place.column}`;
  const path = place.path.length > 0 ? ` ${place.path.join('.')}` : '';
  return `${file}${line}${path}  ${severity} ${code}: ${message[locale]}. ${hint[locale]}.`;
}

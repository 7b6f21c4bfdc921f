import { loadScenario, type Problem, type Scenario } from '@scenarium/language';
import type { Outcome } from '../commands/command.ts';
import { refuse } from '../commands/refuse.ts';

/** The version of the clipboard's text that this code writes. What is inside has the format of scenarios, and is migrated as they are. */
export const CLIPBOARD = 1;

const LARGEST = 5_000_000;
const MOST_REPAIRS = 3;

/** Steps cut out of a scenario with all they need, and what they name that was not there. */
export interface Fragment {
  scenario: Scenario;
  missing: { variables: string[]; messages: string[] };
}

/** The text of a fragment, as the clipboard keeps it. */
export function formatFragment(scenario: Scenario): string {
  return JSON.stringify({ scenarium: 'steps', version: CLIPBOARD, scenario });
}

/**
 * Reads a text from the clipboard. Nothing in it is trusted: it goes through the same gate as a scenario from a file. Texts and
 * variables that its steps name and it does not bring are made and listed.
 */
export function parseFragment(text: string): Outcome<Fragment> {
  if (text.length > LARGEST) return refuse('clipboard_too_large', text.length);
  const envelope = read(text);
  if (envelope?.['scenarium'] !== 'steps') return refuse('clipboard_foreign');
  const { version, scenario } = envelope;
  if (typeof version !== 'number') return refuse('clipboard_foreign');
  if (version > CLIPBOARD) return refuse('clipboard_newer', version);
  return repaired(scenario);
}

function read(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function repaired(value: unknown): Outcome<Fragment> {
  const missing: Fragment['missing'] = { variables: [], messages: [] };
  let candidate = value;
  for (let round = 0; ; round += 1) {
    const loading = loadScenario(candidate);
    if (loading.ok) return { ok: true, value: { scenario: loading.scenario, missing } };
    const wanting = loading.problems.filter(({ code }) => code === 'unknown_message' || code === 'undefined_variable');
    const [first] = loading.problems;
    if (wanting.length < loading.problems.length || round >= MOST_REPAIRS)
      return refuse(
        'clipboard_broken',
        loading.problems.find((problem) => !wanting.includes(problem))?.message.en ?? first?.message.en,
      );
    candidate = withPlaceholders(candidate as Scenario, wanting, missing);
  }
}

function withPlaceholders(scenario: Scenario, problems: readonly Problem[], missing: Fragment['missing']): Scenario {
  const [locale = 'en'] = scenario.locales;
  const variables = { ...scenario.variables };
  const texts = { ...scenario.messages?.[locale] };
  for (const { code, message } of problems) {
    const name = /“(.+?)”/.exec(message.en)?.[1] ?? '';
    if (code === 'undefined_variable') {
      variables[name] = { type: 'any', scope: 'run' };
      missing.variables.push(name);
    } else {
      texts[name] = '';
      missing.messages.push(name);
    }
  }
  return { ...scenario, variables, messages: { ...scenario.messages, [locale]: texts } };
}

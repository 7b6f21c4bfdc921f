import { stringify } from 'yaml';
import { Scenario } from '../document/scenario.ts';

/** A scenario as a text that `parseScenario` reads back to the same scenario. Fields stand in the schema's order. */
export function formatScenario(scenario: Scenario, format: 'json' | 'yaml'): string {
  const ordered = Scenario.parse(scenario);
  if (format === 'json') return `${JSON.stringify(ordered, null, 2)}\n`;
  return stringify(ordered, { lineWidth: 120, version: '1.2', schema: 'core', aliasDuplicateObjects: false });
}

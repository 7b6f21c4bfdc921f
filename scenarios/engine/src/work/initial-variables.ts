import type { JsonObject, Scenario } from '@scenarium/language';
import { isOfType } from '../steps/set.ts';

interface Sources {
  values?: JsonObject | undefined;
  contactVariables: JsonObject;
  agentVariables: JsonObject;
}

/** The variables a scenario begins with: given values of the right type, what contact and agent hold, defaults, otherwise empty. */
export function initialVariables(
  scenario: Scenario,
  { values = {}, contactVariables, agentVariables }: Sources,
): JsonObject {
  const variables: JsonObject = {};
  for (const [name, { type, scope, default: fallback }] of Object.entries(scenario.variables)) {
    const kept = scope === 'contact' ? contactVariables[name] : scope === 'agent' ? agentVariables[name] : undefined;
    const given = scope === 'agent' || !Object.hasOwn(values, name) ? undefined : values[name];
    const candidates = [given, kept, fallback as JsonObject[string] | undefined];
    variables[name] =
      candidates.find((value) => value !== undefined && value !== null && isOfType(value, type)) ?? null;
  }
  return variables;
}

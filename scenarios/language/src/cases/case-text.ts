import { parse, stringify } from 'yaml';
import { Case } from './case.ts';

export type ParsedCase = { ok: true; case: Case } | { ok: false; problems: string[] };

/** Reads a case from its YAML (or JSON) text, as in `cases/*.case.yaml`. */
export function parseCase(text: string): ParsedCase {
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'error', maxAliasCount: 20 });
  } catch (error) {
    return { ok: false, problems: [(error as Error).message] };
  }
  const parsed = Case.safeParse(value);
  if (parsed.success) return { ok: true, case: parsed.data };
  return { ok: false, problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

/** A case as a text that `parseCase` reads back to the same case; what is left to its default is not written. */
export function formatCase(given: Case): string {
  const { values, actions, variables, ...rest } = Case.parse(given);
  const { turns, outcome, ...head } = rest;
  const written = {
    ...head,
    ...(hasAny(values) && { values }),
    ...(hasAny(actions) && { actions }),
    turns,
    ...(outcome !== undefined && { outcome }),
    ...(hasAny(variables) && { variables }),
  };
  return stringify(written, { lineWidth: 120, version: '1.2', schema: 'core', aliasDuplicateObjects: false });
}

const hasAny = (record: object): boolean => Object.keys(record).length > 0;

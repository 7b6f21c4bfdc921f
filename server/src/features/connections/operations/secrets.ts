import { isSecret, type PluginDefinition } from '@scenarium/sdk';
import type { z } from 'zod';

type Schema = NonNullable<PluginDefinition['config']>;

/** Names of the fields that are secret. */
export function secretFields(schema: Schema): string[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>)
    .filter(([, field]) => isSecret(field))
    .map(([name]) => name);
}

/** Settings in two parts: what may be shown, and what may not. */
export function splitSecrets(
  config: Record<string, unknown>,
  schema: Schema,
): { open: Record<string, unknown>; secrets: Record<string, string> } {
  const names = new Set(secretFields(schema));
  const entries = Object.entries(config).filter(([, value]) => value !== undefined);
  return {
    open: Object.fromEntries(entries.filter(([name]) => !names.has(name))),
    secrets: Object.fromEntries(entries.filter(([name, value]) => names.has(name) && value !== '')) as Record<
      string,
      string
    >,
  };
}

import type { Json } from '@scenarium/language';
import type { z } from 'zod';
import { failure, type ActionOutcome } from './call.ts';

/** What a handler returned, as plain JSON by its schema, small enough to be kept in a conversation. */
export function checkOutput(schema: z.ZodType, output: unknown): ActionOutcome {
  if (isDeeper(output, DEEPEST))
    return failure(
      'output_too_large',
      `the result is nested deeper than ${DEEPEST} levels: return only what is needed`,
    );
  const parsed = schema.safeParse(output);
  if (!parsed.success)
    return failure('action_output_invalid', `the result is not as declared: ${problems(parsed.error)}`);
  const json = (JSON.stringify(parsed.data) as string | undefined) ?? 'null';
  const size = Buffer.byteLength(json);
  if (size > LARGEST)
    return failure(
      'output_too_large',
      `the result has ${size} bytes, ${LARGEST} are allowed: return only what is needed`,
    );
  return { ok: true, output: JSON.parse(json) as Json };
}

/** Every problem with its path: `order.id: expected string; …`. Names places and rules, never the values. */
export function problems({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.') || '(all)'}: ${message}`).join('; ');
}

/** Bytes of JSON. */
const LARGEST = 262_144;
/** Half of what a document of the database may have. */
const DEEPEST = 50;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

import type { Json } from '@scenarium/language';
import { z } from 'zod';

/** Any JSON: what a request's body holds is JSON already, and its keys were checked. */
export const JsonValue = z.unknown() as unknown as z.ZodType<Json>;

const MOST_CHARACTERS = 65_536;

/** What is stored with a conversation: JSON of bounded size. */
export function bounded<S extends z.ZodType>(schema: S) {
  return schema.refine(
    (value) => JSON.stringify(value).length <= MOST_CHARACTERS,
    `JSON of more than ${MOST_CHARACTERS} characters`,
  );
}

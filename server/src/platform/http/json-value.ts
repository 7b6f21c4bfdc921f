import type { Json } from '@scenarium/language';
import { z } from 'zod';

/** Any JSON: what a request's body holds is JSON already, and its keys were checked. */
export const JsonValue = z.unknown() as unknown as z.ZodType<Json>;

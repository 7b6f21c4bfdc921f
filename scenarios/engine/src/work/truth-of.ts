import type { Json } from '@scenarium/language';
import { StepFailure } from './step-failure.ts';

/** The value of a condition. @throws StepFailure `wrong_type` */
export function truthOf(source: string, value: Json): boolean {
  if (typeof value === 'boolean') return value;
  throw new StepFailure('wrong_type', `“${source}” gives ${JSON.stringify(value)}, not true or false`);
}

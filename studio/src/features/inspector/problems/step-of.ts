import type { Problem } from '@scenarium/language';
import { stepsUsing, type DocumentIndex } from '../../../document/index.ts';

/** The step to go to for a problem: its own, or one that has to do with the text, variable or flow it is about. */
export function stepOf(index: DocumentIndex, { place: { step, path } }: Problem): string | undefined {
  if (step !== undefined) return step;
  const [table, key, id] = path;
  if (table === 'messages') return [...index.speakersOf(String(id))][0];
  if (table === 'flows' && typeof key === 'number') return index.flow(index.keys('flows')[key] ?? '')?.from;
  if (table === 'triggers' && typeof key === 'number')
    return index.get('triggers', index.keys('triggers')[key] ?? '')?.step;
  if (table !== 'variables') return undefined;
  const { reading, writing } = stepsUsing(index, String(key));
  return writing[0] ?? reading[0];
}

import type { Answer, Input } from '../../api/send.ts';

export type LiveAgent = Answer<'listLive'>['agents'][number];
export type LiveStep = LiveAgent['steps'][number];
export type Fate = NonNullable<Input<'activateVersion'>['body']['steps']>[number];

/** What somebody who waits at a step can be told to do. */
export type Way = 'stay' | 'again' | 'elsewhere' | 'finish' | 'restart';

/** What was chosen for the steps of one agent; for the others, what is proposed. */
export type Choices = ReadonlyMap<string, Fate>;

export function wayOf(fate: Fate): Way {
  if (fate.fate !== 'move') return fate.fate;
  if (fate.stay) return 'stay';
  return fate.to === fate.step ? 'again' : 'elsewhere';
}

/** The fate that a way means; `elsewhere` begins with the first step there is. */
export function fateOf(step: string, way: Way, elsewhere: string): Fate {
  if (way === 'finish' || way === 'restart') return { step, fate: way };
  return { step, fate: 'move', to: way === 'elsewhere' ? elsewhere : step, stay: way === 'stay' };
}

/** The ways there are for a step: its place is only offered where it still is, and waiting on only for the same kind of step. */
export function waysFor({ step, type }: LiveStep, places: readonly { id: string; type: string }[]): Way[] {
  const place = places.find(({ id }) => id === step);
  const here: Way[] = !place ? [] : place.type === type ? ['stay', 'again'] : ['again'];
  return [...here, 'elsewhere', 'finish', 'restart'];
}

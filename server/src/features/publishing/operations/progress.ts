import type { Runtime } from '../../../runtime/index.ts';
import type { Activation } from '../model.ts';

/** How many conversations were asked by an activation, by what became of them; `toCome` were not asked yet. */
export interface Progress {
  toCome: number;
  pending: number;
  moved: number;
  restarted: number;
  finishing: number;
  over: number;
}

export async function progressOf(
  { store }: Pick<Runtime, 'store'>,
  { _id, tenant, agent, from, state }: Activation,
): Promise<Progress> {
  const progress: Progress = { toCome: 0, pending: 0, moved: 0, restarted: 0, finishing: 0, over: 0 };
  for (const { outcome, conversations } of await store.migrated(tenant, _id)) progress[outcome] = conversations;
  if (from !== null && state === 'asking')
    progress.toCome = await store.notAsked({ tenant, agent, version: from }, _id);
  return progress;
}

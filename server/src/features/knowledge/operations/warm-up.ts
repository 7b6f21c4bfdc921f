import type { KnowledgeContext } from './context.ts';

/** Loads the bases of all organisations in the background, the last changed ones first. */
export async function warmUp({ models: { documents }, search, log }: KnowledgeContext): Promise<void> {
  try {
    // Below the guard of tenants: what is loaded is found by nobody but its own.
    const places = await documents.collection
      .aggregate<{ _id: { tenant: string; base: string } }>([
        { $match: { indexed: { $ne: null } } },
        { $group: { _id: { tenant: '$tenant', base: '$base' }, at: { $max: '$updatedAt' } } },
        { $sort: { at: -1 } },
      ])
      .toArray();
    await search.warm(places.map(({ _id }) => _id));
  } catch (error) {
    log.warn({ err: error as Error }, 'bases are loaded when they are first searched');
  }
}

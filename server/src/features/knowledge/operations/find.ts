import type { BaseQuery, Hit } from '../search/index.ts';
import type { KnowledgeContext } from './context.ts';

/** Passages for a query, the best first: full text, and vectors where an embedding model is connected and answers. */
export async function find(
  { search, embed, log }: KnowledgeContext,
  { tenant, bases, ...query }: { tenant: string; bases: readonly string[] } & Omit<BaseQuery, 'vector'>,
): Promise<Hit[]> {
  const vector =
    query.mode === 'text'
      ? null
      : await embed(tenant, [query.text], 'query').catch((error: unknown) => {
          // Full text still finds what vectors would have found too.
          log.warn({ tenant, err: error as Error }, 'no vector for a query');
          return null;
        });
  return search.search(tenant, bases, { ...query, ...(vector?.[0] && { vector: Float32Array.from(vector[0]) }) });
}

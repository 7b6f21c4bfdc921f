import type { Base } from '../model.ts';
import { mergeByPlace, type BaseQuery, type Hit } from '../search/index.ts';
import { isOutside } from './bases.ts';
import type { KnowledgeContext } from './context.ts';
import { findOutside } from './outside.ts';

type Query = Omit<BaseQuery, 'vector'>;

/**
 * Passages for a query, the best first: full text, and vectors where an embedding model is connected and answers; fused with what
 * plugins find outside.
 */
export async function find(
  context: KnowledgeContext,
  { tenant, bases, ...query }: { tenant: string; bases: readonly Base[] } & Query,
): Promise<Hit[]> {
  const own = bases.filter((base) => !isOutside(base)).map(({ _id }) => _id);
  const rankings = await Promise.all([
    own.length > 0 ? findOwn(context, { tenant, bases: own, ...query }) : [],
    ...bases.filter(isOutside).map((base) => findOutside(context, base, query)),
  ]);
  return mergeByPlace(rankings, query.limit);
}

async function findOwn(
  { search, embed, log }: KnowledgeContext,
  { tenant, bases, ...query }: { tenant: string; bases: readonly string[] } & Query,
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

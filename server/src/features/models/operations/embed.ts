import { LRUCache } from 'lru-cache';
import { modelOf } from '../../../plugin-host/index.ts';
import type { ModelContext } from './context.ts';
import { toModelError } from './model-error.ts';
import { resolveEmbeddings } from './resolve.ts';

/** Turns texts into vectors by the organisation's embedding model; null where it has none. Queries are remembered. */
export function createEmbed(context: ModelContext) {
  const known = new LRUCache<string, number[]>({ max: 2_000 });
  return async (tenant: string, texts: readonly string[], kind: 'passage' | 'query'): Promise<number[][] | null> => {
    const resolved = await resolveEmbeddings(context, tenant);
    if (!resolved) return null;
    const { connection, model } = resolved;
    const key = `${tenant} ${connection.name} ${model ?? ''} ${texts[0] ?? ''}`;
    const remembered = kind === 'query' ? known.get(key) : undefined;
    if (remembered) return [remembered];
    const signal = AbortSignal.timeout(kind === 'query' ? 10_000 : 120_000);
    const vectors = await context.host
      .use({ tenant, plugin: connection.plugin, connection: connection.name, signal }, async (plugin, serving) => {
        const embeddings = await modelOf(plugin, serving, {
          kind: 'embeddings',
          options: model === undefined ? {} : { model },
        });
        return kind === 'query' ? [await embeddings.embedQuery(texts[0] ?? '')] : embeddings.embedDocuments([...texts]);
      })
      .catch((error: unknown) => {
        throw toModelError(error);
      });
    if (kind === 'query' && vectors[0]) known.set(key, vectors[0]);
    return vectors;
  };
}

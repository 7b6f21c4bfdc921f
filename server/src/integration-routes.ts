import { z } from 'zod';
import type { Knowledge } from './features/knowledge/index.ts';
import { problem } from './platform/errors/problem.ts';
import { defineRoute, type Route } from './platform/http/route.ts';
import type { PluginHost } from './plugin-host/index.ts';

const Result = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  chunk: z.string(),
  score: z.number(),
});

/** Looking up passages, in the organisation's own knowledge or in a connected one. */
export function integrationRoutes({ knowledge, plugins }: { knowledge: Knowledge; plugins: PluginHost }): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/integration/rag/query',
      operation: 'queryRetriever',
      tag: 'knowledge',
      summary: 'Passages for a query, from the knowledge bases or from a plugin’s retriever',
      access: { permission: 'knowledge:read' },
      body: z.strictObject({
        query: z.string().min(1).max(2_000),
        limit: z.int().min(1).max(50).default(5),
        locale: z.string().max(20).default('en'),
        retriever: z
          .string()
          .regex(/^[a-z][\w-]*\.[a-z][\w-]*$/)
          .optional()
          .describe('plugin.retriever; the knowledge bases when absent'),
        connection: z.string().min(1).max(64).optional(),
      }),
      responses: { 200: z.object({ results: z.array(Result) }) },
      problems: ['connection_failed'],
      example: { query: 'delivery time', limit: 3 },
      async handle({ tenant, body, signal }) {
        const { query: text, limit, locale, retriever: name, connection } = body;
        if (name === undefined) {
          const hits = await knowledge.search(tenant, [], { text, limit });
          return {
            results: hits.map(({ chunk, score }) => ({
              id: chunk._id,
              source: chunk.source,
              title: chunk.title,
              chunk: chunk.text,
              score,
            })),
          };
        }
        const [plugin = '', retriever = ''] = name.split('.');
        const passages = await plugins
          .retrieve({ tenant, plugin, retriever, connection, signal, query: { text, limit, locale } })
          .catch((error: Error) => {
            throw problem('connection_failed', { detail: error.message });
          });
        return {
          results: passages.map(({ id, source, title, text: chunk, score }) => ({ id, source, title, chunk, score })),
        };
      },
    }),
  ];
}

import { z } from 'zod';
import type { Base } from '../model.ts';
import type { FoundChunk, Hit } from '../search/index.ts';
import type { KnowledgeContext } from './context.ts';

const LONGEST_MS = 5_000;
const LONGEST_TEXT = 8_000;
const Passages = z.array(
  z.object({
    id: z.string().min(1),
    source: z.string(),
    title: z.string(),
    text: z.string().min(1),
    score: z.number(),
    url: z.url({ protocol: /^https?$/ }).optional(),
  }),
);

export interface OutsideQuery {
  text: string;
  limit: number;
  sources?: readonly string[] | undefined;
}

/** Passages of a base that lies behind a plugin, the best first. None, and a warning in the log, when it does not answer. */
export async function findOutside(
  { retrievers, log }: Pick<KnowledgeContext, 'retrievers' | 'log'>,
  base: Base,
  { text, limit, sources = [] }: OutsideQuery,
): Promise<Hit[]> {
  const { source, tenant, _id } = base;
  if (source?.kind !== 'retriever') return [];
  const { plugin, connection, retriever } = source;
  const locale = /[а-яё]/i.test(text) ? 'ru' : 'en';
  const signal = AbortSignal.timeout(LONGEST_MS);
  const of = { tenant, plugin, retriever, connection: connection ?? undefined, signal };
  try {
    const passages = Passages.parse(await retrievers.retrieve({ ...of, query: { text, limit, locale } }));
    return passages
      .filter((passage) => sources.length === 0 || sources.includes(passage.source))
      .slice(0, limit)
      .map((passage, i) => ({
        chunk: chunkOf(passage, base, i),
        score: passage.score,
        outside: { place: i + 1, score: passage.score },
      }));
  } catch (error) {
    // What the other bases know is still an answer.
    log.warn({ tenant, base: _id, plugin, retriever, err: error as Error }, 'a base outside does not answer');
    return [];
  }
}

function chunkOf(
  { id, source, title, text, url }: z.infer<typeof Passages>[number],
  { _id: base, tenant }: Base,
  seq: number,
): FoundChunk {
  const found = { _id: `${base}:${id}`, tenant, base, document: base, generation: 0, source, title, seq };
  return { ...found, headings: [], page: null, text: text.slice(0, LONGEST_TEXT), ...(url !== undefined && { url }) };
}

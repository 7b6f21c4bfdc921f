import { z } from 'zod';
import type { Base, KnowledgeDocument } from './model.ts';
import type { Answered } from './operations/answer.ts';
import type { Hit } from './search/index.ts';

const Words = z.object({ en: z.string(), ru: z.string() });

export const BaseSourceView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('documents') }),
  z.strictObject({
    kind: z.literal('retriever').describe('A plugin looks the passages up'),
    plugin: z.string().min(1).max(50),
    connection: z.string().min(1).max(64).nullable().default(null).describe('The plugin’s only one when null'),
    retriever: z.string().min(1).max(64),
  }),
]);
export const BaseView = z.object({ id: z.string(), key: z.string(), title: z.string(), source: BaseSourceView });
export const viewBase = ({ _id, key, title, source = { kind: 'documents' } }: Base) => ({
  id: _id,
  key,
  title,
  source,
});

export const DocumentView = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  source: z.string(),
  url: z.string().nullable(),
  language: z.string(),
  size: z.int(),
  status: z.enum(['queued', 'reading', 'ready', 'failed']),
  progress: z.object({ done: z.int(), total: z.int() }),
  pages: z.int(),
  chunks: z.int(),
  problem: z.object({ code: z.string(), message: Words, next: Words }).nullable(),
  updatedAt: z.iso.datetime(),
});

export function viewDocument(document: KnowledgeDocument): z.infer<typeof DocumentView> {
  const { _id, name, title, source, url, language, size, status, done, total, pages, chunks, problem, updatedAt } =
    document;
  return {
    id: _id,
    name,
    title,
    source,
    url,
    language,
    size,
    status,
    progress: { done, total },
    pages,
    chunks,
    problem,
    updatedAt: updatedAt.toISOString(),
  };
}

const PlaceView = z.object({ place: z.int(), score: z.number() });
export const HitView = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  headings: z.array(z.string()),
  page: z.int().nullable(),
  chunk: z.string(),
  score: z.number(),
  text: PlaceView.optional(),
  vector: PlaceView.optional(),
  outside: PlaceView.optional(),
  url: z.string().optional(),
});

export function viewHit({ chunk, score, text, vector, outside }: Hit): z.infer<typeof HitView> {
  const { _id, source, title, headings, page, url } = chunk;
  return {
    id: _id,
    source,
    title,
    headings,
    page,
    chunk: chunk.text,
    score,
    ...(text && { text }),
    ...(vector && { vector }),
    ...(outside && { outside }),
    ...(url !== undefined && { url }),
  };
}

export const CitationView = z.object({
  chunk: z.string(),
  source: z.string(),
  title: z.string(),
  quote: z.string(),
  section: z.string().optional(),
  page: z.int().optional(),
  url: z.string().optional(),
});
export const AnswerView = z.object({
  answered: z.boolean(),
  reply: z.string(),
  citations: z.array(CitationView),
  by: z.enum(['curated', 'quotes', 'model']),
  reason: z.string().nullable(),
});
export const viewAnswer = ({ answered, reply, citations, by, reason }: Answered): z.infer<typeof AnswerView> => ({
  answered,
  reply,
  citations,
  by,
  reason,
});

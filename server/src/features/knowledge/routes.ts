import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Knowledge } from './index.ts';
import { readUpload } from './upload.ts';
import {
  AnswerView,
  BaseSourceView,
  BaseView,
  DocumentView,
  HitView,
  viewAnswer,
  viewBase,
  viewDocument,
  viewHit,
} from './views.ts';

const Reference = z.string().min(1).max(64);
const Params = z.object({ base: Reference });
const DocumentParams = z.object({ base: Reference, id: Reference });
const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const read = { permission: 'knowledge:read' } as const;
const write = { permission: 'knowledge:write' } as const;
const Done = z.object({ ok: z.literal(true) });
const tag = 'knowledge';

export function knowledgeRoutes(knowledge: Knowledge): Route[] {
  const place = async (tenant: string, reference: string) => ({
    tenant,
    base: (await knowledge.base(tenant, reference))._id,
  });
  return [
    defineRoute({
      method: 'get',
      path: '/knowledge/bases',
      operation: 'listKnowledgeBases',
      tag,
      summary: 'Knowledge bases of the organisation',
      access: read,
      responses: { 200: z.object({ bases: z.array(BaseView) }) },
      handle: async ({ tenant }) => ({ bases: (await knowledge.bases(tenant)).map(viewBase) }),
    }),
    defineRoute({
      method: 'post',
      path: '/knowledge/bases',
      operation: 'createKnowledgeBase',
      tag,
      summary: 'Add a knowledge base: of documents, or of what a plugin’s retriever finds outside',
      access: write,
      body: z.strictObject({
        key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
        title: z.string().min(1).max(200),
        source: BaseSourceView.default({ kind: 'documents' }),
      }),
      responses: { 201: BaseView },
      problems: ['base_exists', 'base_outside', 'retriever_not_found'],
      example: {
        key: 'wiki',
        title: 'Company wiki',
        source: { kind: 'retriever', plugin: 'mock-rag', connection: 'wiki', retriever: 'passages' },
      },
      handle: async ({ tenant, body }) => new Reply(201, viewBase(await knowledge.createBase(tenant, body))),
    }),
    defineRoute({
      method: 'delete',
      path: '/knowledge/bases/{base}',
      operation: 'removeKnowledgeBase',
      tag,
      summary: 'Remove a knowledge base with all its documents',
      access: write,
      params: Params,
      responses: { 200: Done },
      problems: ['base_not_found'],
      async handle({ tenant, params }) {
        await knowledge.removeBase(await place(tenant, params.base));
        return { ok: true } as const;
      },
    }),
    defineRoute({
      method: 'get',
      path: '/knowledge/bases/{base}/documents',
      operation: 'listDocuments',
      tag,
      summary: 'Documents of a base with the progress of their import',
      access: read,
      params: Params,
      responses: { 200: z.object({ documents: z.array(DocumentView) }) },
      problems: ['base_not_found'],
      handle: async ({ tenant, params }) => ({
        documents: (await knowledge.documents(await place(tenant, params.base))).map(viewDocument),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/knowledge/bases/{base}/documents',
      operation: 'uploadDocuments',
      tag,
      summary:
        'Upload files as multipart/form-data: PDF, DOCX, HTML, Markdown, text; each up to 25 MB. They are read in the background',
      access: write,
      params: Params,
      responses: { 202: z.object({ documents: z.array(DocumentView) }) },
      problems: ['base_not_found', 'base_outside', 'upload_invalid', 'document_too_large'],
      async handle({ tenant, params, request }) {
        const to = await place(tenant, params.base);
        const documents = await readUpload(request, (upload) => knowledge.addDocument(to, upload));
        return { documents: documents.map(viewDocument) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/knowledge/bases/{base}/urls',
      operation: 'importUrl',
      tag,
      summary: 'Import the page or file at an address',
      access: write,
      params: Params,
      body: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000) }),
      responses: { 202: DocumentView },
      problems: ['base_not_found', 'base_outside'],
      handle: async ({ tenant, params, body }) =>
        viewDocument(await knowledge.addUrl(await place(tenant, params.base), body.url)),
    }),
    defineRoute({
      method: 'get',
      path: '/knowledge/bases/{base}/documents/{id}',
      operation: 'getDocument',
      tag,
      summary: 'One document',
      access: read,
      params: DocumentParams,
      responses: { 200: DocumentView },
      problems: ['base_not_found', 'document_not_found'],
      handle: async ({ tenant, params }) =>
        viewDocument(await knowledge.document({ ...(await place(tenant, params.base)), id: params.id })),
    }),
    defineRoute({
      method: 'post',
      path: '/knowledge/bases/{base}/documents/{id}/import',
      operation: 'repeatImport',
      tag,
      summary: 'Read a document again',
      access: write,
      params: DocumentParams,
      responses: { 202: DocumentView },
      problems: ['base_not_found', 'document_not_found'],
      handle: async ({ tenant, params }) =>
        viewDocument(await knowledge.repeatImport({ ...(await place(tenant, params.base)), id: params.id })),
    }),
    defineRoute({
      method: 'delete',
      path: '/knowledge/bases/{base}/documents/{id}',
      operation: 'removeDocument',
      tag,
      summary: 'Remove a document',
      access: write,
      params: DocumentParams,
      responses: { 200: Done },
      problems: ['base_not_found', 'document_not_found'],
      async handle({ tenant, params }) {
        await knowledge.removeDocument({ ...(await place(tenant, params.base)), id: params.id });
        return { ok: true } as const;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/knowledge/bases/{base}/search',
      operation: 'searchKnowledge',
      tag,
      summary: 'Test bench: the passages found for a query, and what would be answered by quoting',
      access: read,
      params: Params,
      body: z.strictObject({
        query: z.string().min(1).max(2_000),
        mode: z.enum(['text', 'vectors', 'hybrid']).default('hybrid'),
        sources: z.array(z.string().min(1).max(200)).max(50).default([]),
        limit: z.int().min(1).max(50).default(10),
        locale: Locale.default('en'),
      }),
      responses: { 200: z.object({ results: z.array(HitView), answer: AnswerView }) },
      problems: ['base_not_found'],
      async handle({ tenant, params, body }) {
        const { query: text, mode, sources, limit, locale } = body;
        const { base } = await place(tenant, params.base);
        const [hits, answer] = await Promise.all([
          knowledge.search(tenant, [base], { text, mode, sources, limit }),
          knowledge.answer({ tenant, question: text, locale, bases: [base], sources, limit: 8, ask: null }),
        ]);
        return { results: hits.map(viewHit), answer: viewAnswer(answer) };
      },
    }),
  ];
}

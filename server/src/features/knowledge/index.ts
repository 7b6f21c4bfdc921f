import type { Log } from '@scenarium/sdk';
import type { Db } from 'mongodb';
import type { Connection } from 'mongoose';
import {
  knowledgeModels,
  type Base,
  type CuratedAnswer,
  type GoldenQuestion,
  type KnowledgeDocument,
  type Quality,
  type Reindexing,
} from './model.ts';
import { answer, type Answered, type Question } from './operations/answer.ts';
import { createBase, defaultBase, getBase, listBases, namedBases, type BaseSettings } from './operations/bases.ts';
import { createOutsideBase } from './operations/create-outside-base.ts';
import type { Embed, KnowledgeContext } from './operations/context.ts';
import { addCurated, listCurated, removeCurated, updateCurated, type CuratedInput } from './operations/curated.ts';
import {
  addDocument,
  addUrl,
  getDocument,
  listDocuments,
  removeDocument,
  repeatImport,
  type Upload,
} from './operations/documents.ts';
import { createFiles } from './operations/files.ts';
import { find } from './operations/find.ts';
import { createImporter, type ImporterOptions } from './operations/importer.ts';
import { listGolden, listReindexings, measure, reindex, setGolden } from './operations/quality.ts';
import { upsertPassages } from './operations/upsert.ts';
import { warmUp } from './operations/warm-up.ts';
import { removeBase } from './operations/remove-base.ts';
import { createDocumentReader } from './reading/index.ts';
import { createSearch, type BaseQuery, type Hit, type StoredChunk, type VectorStore } from './search/index.ts';

export { curatedRoutes } from './curated-routes.ts';
export { qualityRoutes } from './quality-routes.ts';
export { knowledgeRoutes } from './routes.ts';
export { createQdrantVectors, termsOf } from './search/index.ts';
export { supportRoutes, type ModelFor } from './support-routes.ts';
export type { Answered, Question } from './operations/answer.ts';
export type { AskModel } from './operations/answer-by-model.ts';

interface InBase {
  tenant: string;
  base: string;
}

/** Knowledge bases: documents, how they are found, and answers from them. Bases are named by id or key. */
export interface Knowledge {
  prepare(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
  bases(tenant: string): Promise<Base[]>;
  base(tenant: string, reference: string): Promise<Base>;
  createBase(tenant: string, settings: BaseSettings): Promise<Base>;
  removeBase(of: InBase): Promise<void>;
  documents(of: InBase): Promise<KnowledgeDocument[]>;
  document(of: InBase & { id: string }): Promise<KnowledgeDocument>;
  addDocument(to: InBase, upload: Upload): Promise<KnowledgeDocument>;
  addUrl(to: InBase, url: string): Promise<KnowledgeDocument>;
  repeatImport(of: InBase & { id: string }): Promise<KnowledgeDocument>;
  removeDocument(of: InBase & { id: string }): Promise<void>;
  /** Adds passages without a file to what is kept under a source; answers how many were new. */
  upsert(tenant: string, passages: { source: string; contents: string[] }): Promise<number>;
  search(tenant: string, bases: readonly string[], query: Omit<BaseQuery, 'vector'>): Promise<Hit[]>;
  answer(question: Question): Promise<Answered>;
  curated(of: InBase): Promise<CuratedAnswer[]>;
  addCurated(to: InBase, input: CuratedInput): Promise<CuratedAnswer>;
  updateCurated(of: InBase & { id: string }, input: CuratedInput): Promise<CuratedAnswer>;
  removeCurated(of: InBase & { id: string }): Promise<void>;
  golden(of: InBase): Promise<GoldenQuestion[]>;
  setGolden(of: InBase, questions: Pick<GoldenQuestion, 'locale' | 'question' | 'expect'>[]): Promise<void>;
  measure(of: InBase): Promise<Quality>;
  reindex(of: InBase): Promise<Reindexing>;
  reindexings(of: InBase): Promise<Reindexing[]>;
}

export interface KnowledgeOptions {
  connection: Connection;
  db: Db;
  embed: Embed;
  retrievers: KnowledgeContext['retrievers'];
  download: ImporterOptions['download'];
  /** Where vectors lie; in memory when absent. */
  vectors?: VectorStore | undefined;
  log: Log;
}

export function createKnowledge({
  connection,
  db,
  embed,
  retrievers,
  download,
  vectors,
  log,
}: KnowledgeOptions): Knowledge {
  const models = knowledgeModels(connection);
  const search = createSearch({
    db,
    log,
    ...(vectors && { vectors }),
    async stock(tenant, base) {
      const found = await models.documents
        .find({ tenant, base, indexed: { $ne: null } }, { indexed: 1, chunks: 1 })
        .lean();
      return new Map(found.map(({ _id, indexed, chunks }) => [_id, `${indexed}:${chunks}`]));
    },
  });
  const importer = createImporter({ context: () => context, reader: createDocumentReader(), download });
  const context: KnowledgeContext = {
    models,
    chunks: db.collection<StoredChunk>('chunks'),
    files: createFiles(db),
    search,
    embed,
    retrievers,
    importer,
    log,
  };
  return {
    async prepare() {
      await Promise.all([...Object.values(models).map((model) => model.createIndexes()), search.prepare()]);
    },
    start() {
      importer.start();
      void warmUp(context);
    },
    async stop() {
      search.stop();
      await importer.stop();
    },
    bases: (tenant) => listBases(models, tenant),
    base: (tenant, reference) =>
      reference === 'main' ? defaultBase(models, tenant) : getBase(models, tenant, reference),
    createBase: (tenant, { source = { kind: 'documents' }, ...settings }) =>
      source.kind === 'retriever'
        ? createOutsideBase(context, tenant, { ...settings, source })
        : createBase(models, tenant, { ...settings, source }),
    removeBase: (of) => removeBase(context, of),
    documents: (of) => listDocuments(context, of),
    document: (of) => getDocument(context, of),
    addDocument: (to, upload) => addDocument(context, to, upload),
    addUrl: (to, url) => addUrl(context, to, url),
    repeatImport: (of) => repeatImport(context, of),
    removeDocument: (of) => removeDocument(context, of),
    upsert: (tenant, passages) => upsertPassages(context, tenant, passages),
    search: async (tenant, bases, query) =>
      find(context, { tenant, bases: await namedBases(models, tenant, bases), ...query }),
    answer: (question) => answer(context, question),
    curated: (of) => listCurated(context, of),
    addCurated: (to, input) => addCurated(context, to, input),
    updateCurated: (of, input) => updateCurated(context, of, input),
    removeCurated: (of) => removeCurated(context, of),
    golden: (of) => listGolden(context, of),
    setGolden: (of, questions) => setGolden(context, of, questions),
    async measure(of) {
      const { found: _, ...quality } = await measure(context, of);
      return quality;
    },
    reindex: (of) => reindex(context, of),
    reindexings: (of) => listReindexings(context, of),
  };
}

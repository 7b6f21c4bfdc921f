import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** A text in both languages of the interface. */
export interface Words {
  en: string;
  ru: string;
}

/** Where a base has its passages: in documents of its own, or with a service behind a plugin. */
export type BaseSource =
  { kind: 'documents' } | { kind: 'retriever'; plugin: string; connection: string | null; retriever: string };

/** A named collection of passages that agents answer from. */
export interface Base {
  _id: string;
  tenant: string;
  /** Scenarios name it so. */
  key: string;
  title: string;
  /** Absent in bases that were made before there was a choice: documents. */
  source?: BaseSource;
  createdAt: Date;
}

export type DocumentStatus = 'queued' | 'reading' | 'ready' | 'failed';

/** A document and how far its import has come. Its bytes lie in GridFS under its id and `generation`. */
export interface KnowledgeDocument {
  _id: string;
  tenant: string;
  base: string;
  /** Unique in the base: a file of the same name replaces it. */
  name: string;
  /** Where it came from: the name of the file, its address, or what `/kb/upsert` called it. */
  source: string;
  url: string | null;
  /** Media type that the sender declared. */
  declared: string | null;
  title: string;
  language: string;
  kind: string | null;
  size: number;
  /** SHA-256 of the bytes. */
  hash: string;
  /** Grows with every upload and every repeat. */
  generation: number;
  /** The generation whose chunks are found, and how many they are; null until an import has come to its end. */
  indexed: number | null;
  chunks: number;
  status: DocumentStatus;
  /** Chunks of this generation written so far, and how many there will be. */
  done: number;
  total: number;
  pages: number;
  problem: { code: string; message: Words; next: Words } | null;
  /** Who imports it now, until when. */
  lease: { owner: string; until: Date } | null;
  /** Imports of this generation that ended with the death of the importer. */
  attempts: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A question that a person has answered: wins over documents. */
export interface CuratedAnswer {
  _id: string;
  tenant: string;
  base: string;
  locale: string;
  question: string;
  /** Other ways to ask it. */
  alternatives: string[];
  answer: string;
  updatedAt: Date;
}

/** A question whose right passage is known: what retrieval is measured by. `expect` stands in the right passage. */
export interface GoldenQuestion {
  _id: string;
  tenant: string;
  base: string;
  locale: string;
  question: string;
  /** Null: the documents do not answer it. */
  expect: string | null;
}

/** How well retrieval does on the golden questions. */
export interface Quality {
  questions: number;
  /** Share of questions whose right passage is among the first five. */
  recallAt5: number;
  /** Mean of 1 / place of the right passage. */
  mrr: number;
  /** Share of questions without an answer that were refused. */
  refused: number | null;
}

/** A re-index with what it did to the golden questions. */
export interface Reindexing {
  _id: string;
  tenant: string;
  base: string;
  status: 'running' | 'done';
  before: Quality;
  after: Quality | null;
  /** Golden questions whose right passage was found before. */
  found: string[];
  /** Questions whose right passage was found before and is not any more. */
  lost: string[];
  createdAt: Date;
}

export interface KnowledgeModels {
  bases: Model<Base>;
  documents: Model<KnowledgeDocument>;
  curated: Model<CuratedAnswer>;
  golden: Model<GoldenQuestion>;
  reindexings: Model<Reindexing>;
}

const text = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const count = { type: Number, default: 0 } as const;

export function knowledgeModels(connection: Connection): KnowledgeModels {
  const bases = new Schema<Base>(
    { _id: text, key: text, title: text, source: { type: Schema.Types.Mixed, default: { kind: 'documents' } } },
    { timestamps: true, collection: 'knowledgeBases' },
  );
  bases.index({ tenant: 1, key: 1 }, { unique: true });
  const documents = new Schema<KnowledgeDocument>(
    {
      _id: text,
      base: text,
      name: text,
      source: text,
      url: optional,
      declared: optional,
      title: { type: String, default: '' },
      language: { type: String, default: 'other' },
      kind: optional,
      size: count,
      hash: text,
      generation: count,
      indexed: { type: Number, default: null },
      chunks: count,
      status: text,
      done: count,
      total: count,
      pages: count,
      problem: { type: Schema.Types.Mixed, default: null },
      lease: { type: Schema.Types.Mixed, default: null },
      attempts: count,
    },
    { timestamps: true, minimize: false, collection: 'documents' },
  );
  documents.index({ tenant: 1, base: 1, name: 1 }, { unique: true });
  documents.index({ status: 1, updatedAt: 1 });
  const curated = new Schema<CuratedAnswer>(
    { _id: text, base: text, locale: text, question: text, alternatives: [String], answer: text },
    { timestamps: true, collection: 'curatedAnswers' },
  );
  curated.index({ tenant: 1, base: 1 });
  const golden = new Schema<GoldenQuestion>(
    { _id: text, base: text, locale: text, question: text, expect: optional },
    { collection: 'goldenQuestions' },
  );
  golden.index({ tenant: 1, base: 1 });
  const reindexings = new Schema<Reindexing>(
    {
      _id: text,
      base: text,
      status: text,
      before: Schema.Types.Mixed,
      after: { type: Schema.Types.Mixed, default: null },
      found: [String],
      lost: [String],
    },
    { timestamps: true, minimize: false, collection: 'reindexings' },
  );
  reindexings.index({ tenant: 1, base: 1, createdAt: -1 });
  bases.plugin(tenantScoped);
  documents.plugin(tenantScoped);
  curated.plugin(tenantScoped);
  golden.plugin(tenantScoped);
  reindexings.plugin(tenantScoped);
  return {
    bases: connection.model<Base>('KnowledgeBase', bases),
    documents: connection.model<KnowledgeDocument>('KnowledgeDocument', documents),
    curated: connection.model<CuratedAnswer>('CuratedAnswer', curated),
    golden: connection.model<GoldenQuestion>('GoldenQuestion', golden),
    reindexings: connection.model<Reindexing>('Reindexing', reindexings),
  };
}

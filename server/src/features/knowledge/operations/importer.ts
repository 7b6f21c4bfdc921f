import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { KnowledgeDocument } from '../model.ts';
import { DocumentError, chunkDocument, type DocumentReader } from '../reading/index.ts';
import { binaryOf, type StoredChunk } from '../search/index.ts';
import type { KnowledgeContext } from './context.ts';

/** Imports what is queued, in the background. Several servers share the work. */
export interface Importer {
  start(): void;
  /** There is something new. */
  wake(): void;
  stop(): Promise<void>;
}

export interface ImporterOptions {
  context: () => KnowledgeContext;
  reader: DocumentReader;
  /** What is at an address. @throws Error with words for people */
  download(url: string, signal: AbortSignal): Promise<{ bytes: Uint8Array; declared: string }>;
  leaseMs?: number;
}

const LOOK_MS = 1_000;
const LEASE_MS = 10_000;
/** Chunks embedded and written together. */
const AT_ONCE = 50;
/** A document whose import ended so often with the death of its importer is given up. */
const MOST_ATTEMPTS = 3;

/** The document was removed, uploaded anew, or taken over while it was being read. */
class Superseded extends Error {}

/**
 * Takes one document at a time under a lease that it renews; what a server that died has begun, another goes on with. Chunks have
 * the same ids however often they are written, and are found only once all are there, so nothing is ever doubled or half there.
 */
export function createImporter({ context, reader, download, leaseMs = LEASE_MS }: ImporterOptions): Importer {
  const owner = randomUUID();
  const stopping = new AbortController();
  let bell = Promise.withResolvers<void>();
  let working: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      const document = await claim().catch(() => null);
      if (document)
        await importOne(document).catch((error: unknown) => context().log.error({ err: error as Error }, 'import'));
      else {
        bell = Promise.withResolvers<void>();
        await Promise.race([bell.promise, pause(LOOK_MS, undefined, { ref: false })]);
      }
    }
  }

  /** The next document nobody works on, by the database's clock. */
  async function claim(): Promise<KnowledgeDocument | null> {
    const { documents } = context().models;
    const isFree = { $or: [{ status: 'queued' }, { status: 'reading', $expr: { $lt: ['$lease.until', '$$NOW'] } }] };
    const lease = { owner, until: { $add: ['$$NOW', leaseMs] } };
    const update = [{ $set: { status: 'reading', lease, attempts: { $add: ['$attempts', 1] } } }];
    const options = { sort: { updatedAt: 1 }, returnDocument: 'after' } as const;
    return documents.collection.findOneAndUpdate(isFree, update, options) as Promise<KnowledgeDocument | null>;
  }

  /** Changes a document that is still ours; false when it is not. */
  async function change({ _id, generation }: KnowledgeDocument, set: object | object[]): Promise<boolean> {
    const { documents } = context().models;
    const mine = { _id, generation, 'lease.owner': owner } as object;
    return (await documents.collection.updateOne(mine, set)).matchedCount === 1;
  }

  async function importOne(document: KnowledgeDocument): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([lost.signal, stopping.signal]);
    const renewal = setInterval(() => {
      const until = { $add: ['$$NOW', leaseMs] };
      change(document, [{ $set: { 'lease.until': until } }]).then(
        (mine) => mine || lost.abort(),
        () => undefined,
      );
    }, leaseMs / 3);
    try {
      if (document.attempts > MOST_ATTEMPTS)
        throw new DocumentError('document_unreadable', 'it ends the program that reads it');
      await carryOut(document, signal);
    } catch (error) {
      if (stopping.signal.aborted)
        await change(document, { $set: { status: 'queued', lease: null }, $inc: { attempts: -1 } });
      else if (error instanceof Superseded || lost.signal.aborted) await clear(document);
      else await fail(document, error);
    } finally {
      clearInterval(renewal);
    }
  }

  async function carryOut(document: KnowledgeDocument, signal: AbortSignal): Promise<void> {
    const { files, log } = context();
    const { _id, generation, url, name } = document;
    const begin = performance.now();
    const file =
      url === null ? { bytes: await files.load(document), declared: document.declared } : await download(url, signal);
    if (!file.bytes) throw new DocumentError('document_unreadable', 'its file is gone: upload it again');
    const named = url === null ? name : pageName(url, file.declared ?? '');
    const read = await reader.read(file.bytes, { name: named, declared: file.declared ?? undefined });
    const passages = chunkDocument(read);
    const title = read.title || name;
    const chunks = passages.map((passage, seq): Omit<StoredChunk, 'vector'> => ({
      _id: `${_id}:${generation}:${seq}`,
      tenant: document.tenant,
      base: document.base,
      document: _id,
      generation,
      source: document.source,
      title,
      seq,
      ...passage,
    }));
    await write(document, chunks, signal);
    const { language, pages } = read;
    const ready = {
      status: 'ready',
      indexed: generation,
      chunks: chunks.length,
      title,
      language,
      pages,
      problem: null,
      lease: null,
    };
    if (!(await change(document, { $set: { ...ready, updatedAt: new Date() } }))) throw new Superseded();
    await tidy(document);
    log.info(
      {
        tenant: document.tenant,
        document: _id,
        chunks: chunks.length,
        pages,
        ms: Math.round(performance.now() - begin),
      },
      'imported',
    );
  }

  async function write(
    document: KnowledgeDocument,
    chunks: Omit<StoredChunk, 'vector'>[],
    signal: AbortSignal,
  ): Promise<void> {
    const { chunks: stored, embed } = context();
    const { tenant, base, _id, generation } = document;
    const known = await stored.find({ tenant, base, document: _id, generation }, { projection: { _id: 1 } }).toArray();
    const there = new Set(known.map((chunk) => chunk._id));
    const missing = chunks.filter((chunk) => !there.has(chunk._id));
    let done = chunks.length - missing.length;
    for (let i = 0; i < missing.length; i += AT_ONCE) {
      signal.throwIfAborted();
      const some = missing.slice(i, i + AT_ONCE);
      const vectors = await embed(
        tenant,
        some.map(({ headings, text }) => [...headings, text].join('\n')),
        'passage',
      );
      await stored.bulkWrite(
        some.map((chunk, j) => ({
          replaceOne: {
            filter: { _id: chunk._id },
            replacement: { ...chunk, vector: vectors?.[j] ? binaryOf(vectors[j]) : null },
            upsert: true,
          },
        })),
        { ordered: false },
      );
      done += some.length;
      if (!(await change(document, { $set: { done, total: chunks.length } }))) throw new Superseded();
    }
  }

  /** Chunks of a generation that is not wanted any more: the document was removed, or uploaded anew. */
  async function clear({ _id, tenant, base, generation }: KnowledgeDocument): Promise<void> {
    const { chunks, models } = context();
    const isWanted = await models.documents.exists({ tenant, base, _id, generation });
    if (!isWanted) await chunks.deleteMany({ tenant, base, document: _id, generation });
  }

  /** What older generations have left behind. */
  async function tidy({ _id, tenant, base, generation }: KnowledgeDocument): Promise<void> {
    const { chunks, files, search } = context();
    search.changed(tenant, base);
    await chunks.deleteMany({ tenant, base, document: _id, generation: { $lt: generation } });
    if (generation > 1) await files.remove({ _id, generation: generation - 1 });
  }

  async function fail(document: KnowledgeDocument, error: unknown): Promise<void> {
    const known = error instanceof DocumentError;
    const { tenant, base, _id, generation } = document;
    const message = known ? error.words : { en: 'The import failed', ru: 'Импорт не удался' };
    const next = known
      ? error.next
      : { en: 'Try again; if it stays so, look into the log', ru: 'Повторите; если не поможет, посмотрите журнал' };
    const code = known ? error.code : ((error as { code?: string }).code ?? 'import_failed');
    const detail = known
      ? message
      : { en: `${message.en}: ${(error as Error).message}`, ru: `${message.ru}: ${(error as Error).message}` };
    const problem = { code, message: detail, next };
    await change(document, { $set: { status: 'failed', problem, lease: null, updatedAt: new Date() } });
    await context().chunks.deleteMany({ tenant, base, document: _id, generation });
    context().log.warn({ tenant, document: _id, code }, 'import failed');
  }

  return {
    start() {
      working = work();
    },
    wake: () => bell.resolve(),
    async stop() {
      stopping.abort();
      bell.resolve();
      reader.stop();
      await Promise.race([working, pause(2_000, undefined, { ref: false })]);
    },
  };
}

/** A name that tells the kind of what was fetched: addresses seldom do. */
function pageName(url: string, type: string): string {
  const { pathname } = new URL(url);
  if (/\.(pdf|docx|md|txt|html?)$/i.test(pathname)) return pathname;
  const known = [
    ['pdf', 'pdf'],
    ['wordprocessingml', 'docx'],
    ['markdown', 'md'],
    ['html', 'html'],
    ['text/plain', 'txt'],
  ] as const;
  return `page.${known.find(([part]) => type.includes(part))?.[1] ?? 'html'}`;
}

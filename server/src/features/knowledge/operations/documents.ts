import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { KnowledgeDocument } from '../model.ts';
import { knowledgeProblems } from '../problems.ts';
import { READ_LIMITS } from '../reading/index.ts';
import { requireDocuments } from './bases.ts';
import type { KnowledgeContext } from './context.ts';

/** A file as it is uploaded. */
export interface Upload {
  name: string;
  declared: string | null;
  bytes: Uint8Array;
}

interface Place {
  tenant: string;
  base: string;
}

/** Takes a file in; it is read in the background. One with the name of another replaces it, the same bytes again change nothing. */
export async function addDocument(
  context: KnowledgeContext,
  place: Place,
  { name, declared, bytes }: Upload,
): Promise<KnowledgeDocument> {
  await requireDocuments(context.models, place.tenant, place.base);
  if (bytes.length > READ_LIMITS.bytes) throw knowledgeProblems.document_too_large({ detail: name });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { documents } = context.models;
  const known = await documents.findOne({ ...place, name }).lean();
  if (known && known.hash === hash && known.status !== 'failed') return known;
  const generation = (known?.generation ?? 0) + 1;
  const _id = known?._id ?? new ObjectId().toHexString();
  await context.files.save({ _id, generation }, bytes);
  return queue(
    context,
    { ...place, name, _id, generation },
    { source: name, url: null, declared, hash, size: bytes.length },
  );
}

/** Takes the page at an address in; it is fetched in the background. */
export async function addUrl(context: KnowledgeContext, place: Place, url: string): Promise<KnowledgeDocument> {
  await requireDocuments(context.models, place.tenant, place.base);
  const known = await context.models.documents.findOne({ ...place, name: url }).lean();
  if (known && (known.status === 'queued' || known.status === 'reading')) return known;
  const target = { ...place, name: url, _id: known?._id ?? new ObjectId().toHexString() };
  const generation = (known?.generation ?? 0) + 1;
  return queue(context, { ...target, generation }, { source: url, url, declared: null, hash: '', size: 0 });
}

async function queue(
  { models: { documents }, importer }: KnowledgeContext,
  { tenant, base, name, _id, generation }: Place & Pick<KnowledgeDocument, 'name' | '_id' | 'generation'>,
  about: Pick<KnowledgeDocument, 'source' | 'url' | 'declared' | 'hash' | 'size'>,
): Promise<KnowledgeDocument> {
  const fresh = { generation, status: 'queued', done: 0, total: 0, problem: null, lease: null, attempts: 0 } as const;
  const document = await documents
    .findOneAndUpdate(
      { tenant, base, name },
      { $set: { ...about, ...fresh }, $setOnInsert: { _id, title: name } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
  importer.wake();
  return document as KnowledgeDocument;
}

/** Reads a document again, as after a failure. */
export async function repeatImport(context: KnowledgeContext, of: Place & { id: string }): Promise<KnowledgeDocument> {
  const document = await getDocument(context, of);
  const { _id, tenant, base, name, generation, source, url, declared, hash, size } = document;
  const bytes = await context.files.load(document);
  if (bytes) await context.files.save({ _id, generation: generation + 1 }, bytes);
  return queue(context, { tenant, base, name, _id, generation: generation + 1 }, { source, url, declared, hash, size });
}

export async function getDocument(
  { models: { documents } }: KnowledgeContext,
  { tenant, base, id }: Place & { id: string },
): Promise<KnowledgeDocument> {
  const found = await documents.findOne({ tenant, base, _id: id }).lean();
  if (!found) throw knowledgeProblems.document_not_found({ detail: id });
  return found;
}

export function listDocuments(
  { models: { documents } }: KnowledgeContext,
  { tenant, base }: Place,
): Promise<KnowledgeDocument[]> {
  return documents.find({ tenant, base }).sort({ updatedAt: -1 }).limit(1_000).lean();
}

/** Takes a document out, with its file and all its chunks. */
export async function removeDocument(context: KnowledgeContext, of: Place & { id: string }): Promise<void> {
  const document = await getDocument(context, of);
  const { tenant, base } = of;
  await context.models.documents.deleteOne({ tenant, base, _id: of.id });
  context.search.changed(tenant, base);
  await context.chunks.deleteMany({ tenant, base, document: of.id });
  await context.files.remove(document);
}

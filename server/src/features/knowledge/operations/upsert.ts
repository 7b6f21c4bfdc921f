import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { binaryOf } from '../search/index.ts';
import { defaultBase } from './bases.ts';
import type { KnowledgeContext } from './context.ts';

/**
 * Keeps passages under a source in the default base. A passage is known by its text: what is there already is not added again, so the
 * call may be repeated. Answers how many were new.
 */
export async function upsertPassages(
  { models, chunks, search, embed }: KnowledgeContext,
  tenant: string,
  { source, contents }: { source: string; contents: string[] },
): Promise<number> {
  const { _id: base } = await defaultBase(models, tenant);
  const document = await models.documents
    .findOneAndUpdate(
      { tenant, base, name: source },
      {
        $setOnInsert: {
          _id: new ObjectId().toHexString(),
          source,
          title: source,
          hash: '',
          generation: 1,
          indexed: 1,
          status: 'ready',
        },
      },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
  if (!document) return 0;
  const { _id, generation, title } = document;
  const texts = [
    ...new Map(contents.map((text) => [createHash('sha256').update(text).digest('base64url').slice(0, 22), text])),
  ];
  const vectors = await embed(
    tenant,
    texts.map(([, text]) => text),
    'passage',
  );
  const { upsertedCount } = await chunks.bulkWrite(
    texts.map(([hash, text], i) => ({
      updateOne: {
        filter: { _id: `${_id}:${generation}:${hash}` },
        update: {
          $setOnInsert: {
            tenant,
            base,
            document: _id,
            generation,
            source,
            title,
            headings: [],
            page: null,
            seq: i,
            text,
            vector: vectors?.[i] ? binaryOf(vectors[i]) : null,
          },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  );
  if (upsertedCount > 0)
    await models.documents.updateOne(
      { tenant, base, _id },
      { $inc: { chunks: upsertedCount, done: upsertedCount, total: upsertedCount } },
    );
  search.changed(tenant, base);
  return upsertedCount;
}

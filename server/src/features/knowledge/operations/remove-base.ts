import { getBase } from './bases.ts';
import type { KnowledgeContext } from './context.ts';
import { removeDocument } from './documents.ts';

/** Takes a base out with everything in it. */
export async function removeBase(
  context: KnowledgeContext,
  { tenant, base }: { tenant: string; base: string },
): Promise<void> {
  const { bases, documents, curated, golden, reindexings } = context.models;
  const { _id } = await getBase(context.models, tenant, base);
  for (const { _id: id } of await documents.find({ tenant, base: _id }, { _id: 1 }).lean())
    await removeDocument(context, { tenant, base: _id, id });
  await Promise.all([
    curated.deleteMany({ tenant, base: _id }),
    golden.deleteMany({ tenant, base: _id }),
    reindexings.deleteMany({ tenant, base: _id }),
  ]);
  await bases.deleteOne({ tenant, _id });
}

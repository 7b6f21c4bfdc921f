import { ObjectId } from 'mongodb';
import type { Model } from 'mongoose';
import type { Block } from '../model.ts';
import { blockProblems } from '../problems.ts';

/** One block of an organisation. */
export interface BlockPlace {
  tenant: string;
  id: string;
}

export function listBlocks(blocks: Model<Block>, tenant: string): Promise<Block[]> {
  return blocks.find({ tenant }).sort({ name: 1 }).lean();
}

/** @throws block_exists */
export async function createBlock(blocks: Model<Block>, tenant: string, name: string): Promise<Block> {
  return unlessTaken(name, async () =>
    (await blocks.create({ _id: new ObjectId().toHexString(), tenant, name, agents: [] })).toObject(),
  );
}

/** Renames a block, or sets its agents: they leave the blocks they were in. @throws block_not_found, block_exists */
export async function updateBlock(
  blocks: Model<Block>,
  { tenant, id }: BlockPlace,
  changes: { name?: string; agents?: string[] },
): Promise<Block> {
  await getBlock(blocks, { tenant, id });
  const updated = await unlessTaken(changes.name ?? '', () =>
    blocks.findOneAndUpdate({ tenant, _id: id }, { $set: changes }, { returnDocument: 'after' }).lean(),
  );
  if (!updated) throw blockProblems.block_not_found({ detail: id });
  if (changes.agents)
    await blocks.updateMany(
      { tenant, _id: { $ne: id }, agents: { $in: changes.agents } },
      { $pull: { agents: { $in: changes.agents } } },
    );
  return updated;
}

/** Moves all agents of one block to the end of another, and removes the emptied one. */
export async function mergeBlocks(blocks: Model<Block>, into: BlockPlace, from: string): Promise<Block> {
  const { tenant } = into;
  const target = await getBlock(blocks, into);
  if (from === into.id) return target;
  const { agents } = await getBlock(blocks, { tenant, id: from });
  const merged = await updateBlock(blocks, into, { agents: [...new Set([...target.agents, ...agents])] });
  await blocks.deleteOne({ tenant, _id: from });
  return merged;
}

/** Removes a block; its agents stay, in none. @throws block_not_found */
export async function removeBlock(blocks: Model<Block>, { tenant, id }: BlockPlace): Promise<void> {
  const { deletedCount } = await blocks.deleteOne({ tenant, _id: id });
  if (deletedCount === 0) throw blockProblems.block_not_found({ detail: id });
}

async function getBlock(blocks: Model<Block>, { tenant, id }: BlockPlace): Promise<Block> {
  const found = await blocks.findOne({ tenant, _id: id }).lean();
  if (!found) throw blockProblems.block_not_found({ detail: id });
  return found;
}

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw blockProblems.block_exists({ detail: name });
    throw error;
  }
}

import { ObjectId } from 'mongodb';
import type { IdentityModels, Organisation } from '../model.ts';

/** The organisation that an id, a slug or a number names. */
export async function findOrganisation(
  { organisations }: IdentityModels,
  reference: string | number,
): Promise<Organisation | null> {
  const text = String(reference);
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null;
  return organisations
    .findOne({ $or: [{ _id: text }, { slug: text.toLowerCase() }, ...(number === null ? [] : [{ number }])] })
    .lean();
}

/** Makes an organisation with the next number. */
export async function createOrganisation(
  { organisations }: IdentityModels,
  { slug, name }: Pick<Organisation, 'slug' | 'name'>,
): Promise<Organisation> {
  for (;;) {
    const last = await organisations.findOne().sort({ number: -1 }).lean();
    const organisation = { _id: new ObjectId().toHexString(), number: (last?.number ?? 0) + 1, slug, name };
    try {
      await organisations.create(organisation);
      return organisation;
    } catch (error) {
      const taken = error as { code?: number; keyPattern?: Record<string, unknown> };
      if (taken.code !== 11000 || !taken.keyPattern || !('number' in taken.keyPattern)) throw error;
    }
  }
}

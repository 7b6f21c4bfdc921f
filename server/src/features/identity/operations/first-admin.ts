import { randomBytes } from 'node:crypto';
import type { IdentityModels, Organisation } from '../model.ts';
import { createOrganisation } from './organisation.ts';
import { createUser } from './users.ts';

/** What the first start made; `generated` only when no password was given. */
export interface FirstAdmin {
  organisation: Organisation;
  email: string;
  generated?: string;
}

/**
 * On an empty database: organisation 1 with an admin. Otherwise nothing, and null. The admin is made last: a start that was cut off
 * is done again by the next one. Not for two at once.
 */
export async function ensureFirstAdmin(
  models: IdentityModels,
  { email, password }: { email: string; password?: string | undefined },
  before: (organisation: Organisation) => Promise<void>,
): Promise<FirstAdmin | null> {
  const first = await models.organisations.findOne({ number: 1 }).lean();
  if (first && (await models.users.exists({ tenant: first._id }))) return null;
  const organisation = first ?? (await createOrganisation(models, { slug: 'main', name: 'Main' }));
  await before(organisation);
  const generated = password === undefined ? randomBytes(12).toString('base64url') : undefined;
  const chosen = password ?? (generated as string);
  await createUser(models, organisation._id, { email, password: chosen, name: 'Administrator', roles: ['admin'] });
  return { organisation, email, ...(generated !== undefined && { generated }) };
}

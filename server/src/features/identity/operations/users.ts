import { ObjectId } from 'mongodb';
import type { IdentityModels, Role, User } from '../model.ts';
import { identityProblems } from '../problems.ts';
import { hashPassword, isPassword } from './password.ts';

export interface NewUser {
  email: string;
  password: string;
  name: string;
  roles: Role[];
}

/** Makes a user of an organisation. */
export async function createUser(
  { users }: IdentityModels,
  tenant: string,
  { email, password, name, roles }: NewUser,
): Promise<User> {
  const user = {
    _id: new ObjectId().toHexString(),
    tenant,
    email: email.toLowerCase(),
    name,
    roles,
    disabled: false,
    passwordHash: await hashPassword(password),
  };
  try {
    await users.create(user);
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw identityProblems.email_taken({ detail: email });
    throw error;
  }
  return user;
}

export function listUsers({ users }: IdentityModels, tenant: string): Promise<User[]> {
  return users.find({ tenant }).sort({ email: 1 }).lean();
}

/** Names of users by their ids, as far as the organisation has them. */
export async function namesOf(
  { users }: IdentityModels,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await users.find({ tenant, _id: { $in: ids } }, { name: 1 }).lean();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

export async function getUser(
  { users }: IdentityModels,
  { tenant, id }: { tenant: string; id: string },
): Promise<User> {
  const user = await users.findOne({ tenant, _id: id }).lean();
  if (!user) throw identityProblems.user_not_found({ detail: id });
  return user;
}

/** Changes a user; disabling ends all sessions. The last admin stays one. */
export async function updateUser(
  models: IdentityModels,
  { tenant, id }: { tenant: string; id: string },
  changes: Partial<Pick<User, 'name' | 'roles' | 'disabled'>>,
): Promise<User> {
  if (changes.disabled || (changes.roles && !changes.roles.includes('admin'))) {
    const others = await models.users.exists({ tenant, _id: { $ne: id }, roles: 'admin', disabled: false });
    if (!others && (await getUser(models, { tenant, id })).roles.includes('admin')) throw identityProblems.last_admin();
  }
  const user = await models.users
    .findOneAndUpdate({ tenant, _id: id }, { $set: changes }, { returnDocument: 'after' })
    .lean();
  if (!user) throw identityProblems.user_not_found({ detail: id });
  if (user.disabled) await models.sessions.deleteMany({ tenant, user: id });
  return user;
}

/** Changes a user's own password and ends all sessions: whoever had the old one is out. */
export async function changePassword(
  models: IdentityModels,
  { tenant, id }: { tenant: string; id: string },
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { passwordHash } = await getUser(models, { tenant, id });
  if (!(await isPassword(passwordHash, current))) throw identityProblems.wrong_password();
  await models.users.updateOne({ tenant, _id: id }, { $set: { passwordHash: await hashPassword(next) } });
  await models.sessions.deleteMany({ tenant, user: id });
}

import { ObjectId } from 'mongodb';
import type { IdentityModels, Role, User } from '../model.ts';
import { identityProblems } from '../problems.ts';
import { hashPassword } from './password.ts';

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

/** Changes a user; disabling ends all sessions. */
export async function updateUser(
  models: IdentityModels,
  { tenant, id }: { tenant: string; id: string },
  changes: Partial<Pick<User, 'name' | 'roles' | 'disabled'>>,
): Promise<User> {
  const user = await models.users
    .findOneAndUpdate({ tenant, _id: id }, { $set: changes }, { returnDocument: 'after' })
    .lean();
  if (!user) throw identityProblems.user_not_found({ detail: id });
  if (user.disabled) await models.sessions.deleteMany({ tenant, user: id });
  return user;
}

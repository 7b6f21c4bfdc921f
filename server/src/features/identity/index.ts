import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { UserActor } from '../../platform/http/actor.ts';
import type { Tokens } from '../../platform/security/tokens.ts';
import { identityModels, type Organisation, type User } from './model.ts';
import { createUserVerifier } from './operations/authenticate.ts';
import { ensureFirstAdmin, type FirstAdmin } from './operations/first-admin.ts';
import { createLoginGuard } from './operations/login-guard.ts';
import { createLogin } from './operations/login.ts';
import { endSession, renewSession, type TokenPair } from './operations/sessions.ts';
import {
  changePassword,
  createUser,
  getUser,
  listUsers,
  namesOf,
  updateUser,
  type NewUser,
} from './operations/users.ts';

export { identityRoutes } from './routes.ts';
export type { FirstAdmin } from './operations/first-admin.ts';

/** Organisations, users and their sessions. */
export interface Identity {
  prepare(): Promise<void>;
  /** On an empty database: organisation 1 with an admin. `before` is done before there is an admin, and again if it was cut off. */
  ensureFirstAdmin(
    admin: { email: string; password?: string | undefined },
    before: (organisation: Organisation) => Promise<void>,
  ): Promise<FirstAdmin | null>;
  firstOrganisation(): Promise<Organisation | null>;
  login: ReturnType<typeof createLogin>;
  refresh(refreshToken: string): Promise<TokenPair>;
  logout(refreshToken: string): Promise<void>;
  verifyUser(token: string, tenantHeader: string | undefined): Promise<UserActor>;
  organisation(tenant: string): Promise<Organisation>;
  getUser(of: { tenant: string; id: string }): Promise<User>;
  /** Ends all sessions of the user. */
  changePassword(of: { tenant: string; id: string }, passwords: { current: string; next: string }): Promise<void>;
  listUsers(tenant: string): Promise<User[]>;
  /** Names of users by their ids, as far as the organisation has them. */
  namesOf(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  createUser(tenant: string, user: NewUser): Promise<User>;
  updateUser(
    of: { tenant: string; id: string },
    changes: Partial<Pick<User, 'name' | 'roles' | 'disabled'>>,
  ): Promise<User>;
}

export function createIdentity({
  connection,
  tokens,
  log,
}: {
  connection: Connection;
  tokens: Tokens;
  log: Logger;
}): Identity {
  const models = identityModels(connection);
  const guard = createLoginGuard(connection.getClient().db(connection.name));
  return {
    async prepare() {
      await Promise.all([
        models.organisations.createIndexes(),
        models.users.createIndexes(),
        models.sessions.createIndexes(),
        guard.prepare(),
      ]);
    },
    ensureFirstAdmin: (admin, before) => ensureFirstAdmin(models, admin, before),
    firstOrganisation: () => models.organisations.findOne({ number: 1 }).lean(),
    login: createLogin(models, { tokens, log, guard }),
    refresh: (refreshToken) => renewSession(models, tokens, refreshToken),
    logout: (refreshToken) => endSession(models, refreshToken),
    verifyUser: createUserVerifier(models, tokens),
    organisation: (tenant) => models.organisations.findById(tenant).orFail().lean(),
    getUser: (of) => getUser(models, of),
    changePassword: (of, passwords) => changePassword(models, of, passwords),
    listUsers: (tenant) => listUsers(models, tenant),
    namesOf: (tenant, ids) => namesOf(models, tenant, ids),
    createUser: (tenant, user) => createUser(models, tenant, user),
    updateUser: (of, changes) => updateUser(models, of, changes),
  };
}

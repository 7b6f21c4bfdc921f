import type { Logger } from 'pino';
import type { Tokens } from '../../../platform/security/tokens.ts';
import type { IdentityModels } from '../model.ts';
import { identityProblems } from '../problems.ts';
import type { LoginGuard } from './login-guard.ts';
import { findOrganisation } from './organisation.ts';
import { isPassword } from './password.ts';
import { beginSession } from './sessions.ts';

export interface Credentials {
  email: string;
  password: string;
  /** Id, slug or number; may be left out where there is one organisation. */
  tenant?: string | number | undefined;
  /** Address of the caller. */
  peer: string;
}

/** Signs a user in. After five failures for one account from one address it is locked for a while. */
export function createLogin(
  models: IdentityModels,
  { tokens, log, guard }: { tokens: Tokens; log: Logger; guard: LoginGuard },
) {
  return async function login({ email, password, tenant, peer }: Credentials) {
    const organisation = tenant === undefined ? await onlyOrganisation(models) : await findOrganisation(models, tenant);
    const attempt = { peer, account: `${organisation?._id ?? ''} ${email.toLowerCase()}` };
    await guard.begin(attempt);
    const user = organisation
      ? await models.users.findOne({ tenant: organisation._id, email: email.toLowerCase(), disabled: false }).lean()
      : null;
    if (!(await isPassword(user?.passwordHash, password)) || !user || !organisation) {
      log.warn({ peer, tenant: organisation?._id }, 'login failed');
      throw identityProblems.invalid_credentials();
    }
    await guard.succeeded(attempt);
    log.info({ peer, tenant: user.tenant, user: user._id }, 'login');
    const pair = await beginSession(models, tokens, user);
    return {
      ...pair,
      user: { id: user._id, email: user.email, name: user.name, roles: user.roles },
      tenant: { id: organisation._id, number: organisation.number, slug: organisation.slug, name: organisation.name },
    };
  };
}

async function onlyOrganisation({ organisations }: IdentityModels) {
  const found = await organisations.find().limit(2).lean();
  return found.length === 1 ? (found[0] ?? null) : null;
}

import { LRUCache } from 'lru-cache';
import { commonProblems } from '../../../platform/errors/common.ts';
import type { UserActor } from '../../../platform/http/actor.ts';
import type { Tokens } from '../../../platform/security/tokens.ts';
import type { IdentityModels, Organisation, Role } from '../model.ts';
import { isAllowed } from '../permissions.ts';
import { identityProblems } from '../problems.ts';
import { findOrganisation } from './organisation.ts';

/** How long a user who was disabled or lost a role may still be believed. */
const BELIEVED_MS = 2_000;

/** The one verifier of users' access tokens, for HTTP and sockets alike. `tenantHeader` must name the token's organisation. */
export function createUserVerifier(models: IdentityModels, tokens: Tokens) {
  const users = new LRUCache<string, { roles: readonly Role[] | null }>({ max: 10_000, ttl: BELIEVED_MS });
  const organisations = new LRUCache<string, Organisation>({ max: 1_000, ttl: 60_000 });

  return async function verifyUser(token: string, tenantHeader: string | undefined): Promise<UserActor> {
    const claims = await tokens.verify('user', token);
    const { sub, tenant } = claims ?? {};
    if (typeof sub !== 'string' || typeof tenant !== 'string') throw commonProblems.unauthenticated();
    if (tenantHeader !== undefined) await agree(tenantHeader, tenant);
    const roles = await rolesOf(tenant, sub);
    if (!roles) throw commonProblems.unauthenticated();
    return { kind: 'user', id: sub, tenant, roles, can: (permission) => isAllowed(roles, permission) };
  };

  async function agree(reference: string, tenant: string): Promise<void> {
    const organisation = organisations.get(reference) ?? (await findOrganisation(models, reference));
    if (organisation) organisations.set(reference, organisation);
    if (organisation?._id !== tenant) throw identityProblems.tenant_mismatch();
  }

  /** Null when there is no such user any more. */
  async function rolesOf(tenant: string, id: string): Promise<readonly Role[] | null> {
    const known = users.get(id);
    if (known) return known.roles;
    const user = await models.users.findOne({ tenant, _id: id, disabled: false }, { roles: 1 }).lean();
    users.set(id, { roles: user?.roles ?? null });
    return user?.roles ?? null;
  }
}

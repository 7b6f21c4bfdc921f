import { LRUCache } from 'lru-cache';
import { commonProblems } from '../../../platform/errors/common.ts';
import type { UserActor } from '../../../platform/http/actor.ts';
import type { Tokens } from '../../../platform/security/tokens.ts';
import type { IdentityModels, Organisation } from '../model.ts';
import { isAllowed } from '../permissions.ts';
import { identityProblems } from '../problems.ts';
import { findOrganisation } from './organisation.ts';

/** How long a user who was disabled may still be believed. */
const BELIEVED_MS = 5_000;

/** The one verifier of users' access tokens, for HTTP and sockets alike. `tenantHeader` must name the token's organisation. */
export function createUserVerifier(models: IdentityModels, tokens: Tokens) {
  const enabled = new LRUCache<string, boolean>({ max: 10_000, ttl: BELIEVED_MS });
  const organisations = new LRUCache<string, Organisation>({ max: 1_000, ttl: 60_000 });

  return async function verifyUser(token: string, tenantHeader: string | undefined): Promise<UserActor> {
    const claims = await tokens.verify('user', token);
    const { sub, tenant } = claims ?? {};
    if (typeof sub !== 'string' || typeof tenant !== 'string') throw commonProblems.unauthenticated();
    if (tenantHeader !== undefined) await agree(tenantHeader, tenant);
    if (!(await isEnabled(tenant, sub))) throw commonProblems.unauthenticated();
    const roles = claims?.['roles'] as string[];
    return { kind: 'user', id: sub, tenant, roles, can: (permission) => isAllowed(roles, permission) };
  };

  async function agree(reference: string, tenant: string): Promise<void> {
    const organisation = organisations.get(reference) ?? (await findOrganisation(models, reference));
    if (organisation) organisations.set(reference, organisation);
    if (organisation?._id !== tenant) throw identityProblems.tenant_mismatch();
  }

  async function isEnabled(tenant: string, id: string): Promise<boolean> {
    const known = enabled.get(id);
    if (known !== undefined) return known;
    const user = await models.users.findOne({ tenant, _id: id, disabled: false }, { _id: 1 }).lean();
    enabled.set(id, user !== null);
    return user !== null;
  }
}

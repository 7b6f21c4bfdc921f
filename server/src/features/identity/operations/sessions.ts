import { createHash, randomBytes } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Tokens } from '../../../platform/security/tokens.ts';
import type { IdentityModels, User } from '../model.ts';
import { identityProblems } from '../problems.ts';

const ACCESS_SECONDS = 15 * 60;
const REFRESH_MS = 7 * 24 * 3_600_000;
/** Spent tokens of a session that are recognised. */
const REMEMBERED = 50;

export interface TokenPair {
  access_token: string;
  refresh_token: string;
  token_type: 'Bearer';
  /** Seconds. */
  expires_in: number;
}

/** Begins a session of a user. */
export async function beginSession(models: IdentityModels, tokens: Tokens, user: User): Promise<TokenPair> {
  const id = new ObjectId().toHexString();
  const secret = randomBytes(32).toString('base64url');
  await models.sessions.create({
    _id: id,
    tenant: user.tenant,
    user: user._id,
    tokenHash: hashOf(secret),
    expiresAt: new Date(Date.now() + REFRESH_MS),
  });
  return pair(tokens, user, `${user.tenant}.${id}.${secret}`);
}

/**
 * Trades a refresh token for a new pair; the old one is spent. One that was spent before ends the session: somebody copied it. One
 * that never was changes nothing: who knows a session's id cannot end it.
 */
export async function renewSession(models: IdentityModels, tokens: Tokens, refreshToken: string): Promise<TokenPair> {
  const { tenant, id, secret } = partsOf(refreshToken);
  const next = randomBytes(32).toString('base64url');
  const session = await models.sessions
    .findOneAndUpdate(
      { tenant, _id: id, tokenHash: hashOf(secret), expiresAt: { $gt: new Date() } },
      {
        $set: { tokenHash: hashOf(next), expiresAt: new Date(Date.now() + REFRESH_MS) },
        $push: { spent: { $each: [hashOf(secret)], $slice: -REMEMBERED } },
      },
    )
    .lean();
  if (!session) {
    await models.sessions.deleteOne({ tenant, _id: id, spent: hashOf(secret) });
    throw identityProblems.session_ended();
  }
  const user = await models.users.findOne({ tenant, _id: session.user, disabled: false }).lean();
  if (!user) throw identityProblems.session_ended();
  return pair(tokens, user, `${tenant}.${id}.${next}`);
}

export async function endSession({ sessions }: IdentityModels, refreshToken: string): Promise<void> {
  const { tenant, id, secret } = partsOf(refreshToken);
  await sessions.deleteOne({ tenant, _id: id, tokenHash: hashOf(secret) });
}

/** @throws session_ended for what cannot be a refresh token */
function partsOf(refreshToken: string): { tenant: string; id: string; secret: string } {
  const [tenant, id, secret] = refreshToken.split('.');
  if (!tenant || !id || !secret) throw identityProblems.session_ended();
  return { tenant, id, secret };
}

async function pair(tokens: Tokens, { _id, tenant }: User, refreshToken: string): Promise<TokenPair> {
  const access = await tokens.sign('user', { sub: _id, tenant }, ACCESS_SECONDS);
  return { access_token: access, refresh_token: refreshToken, token_type: 'Bearer', expires_in: ACCESS_SECONDS };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { createSecretKey } from 'node:crypto';
import type { KeyFor } from './secret-key.ts';

/** Signed tokens (JWT, HS256), each for one audience. */
export interface Tokens {
  sign(audience: string, claims: JWTPayload, seconds: number): Promise<string>;
  /** The claims, or null when the token is not ours, for another audience, or expired. */
  verify(audience: string, token: string): Promise<JWTPayload | null>;
}

const ISSUER = 'scenarium';
const REMEMBERED = 20_000;

export function createTokens(keyFor: KeyFor): Tokens {
  const key = createSecretKey(keyFor('tokens'));
  const verified = new LRUCache<string, JWTPayload>({ max: REMEMBERED });
  return {
    sign: (audience, claims, seconds) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(key),
    async verify(audience, token) {
      const known = verified.get(`${audience} ${token}`);
      if (known) return (known.exp ?? 0) * 1_000 > Date.now() ? known : null;
      try {
        const { payload } = await jwtVerify(token, key, { issuer: ISSUER, audience, algorithms: ['HS256'] });
        verified.set(`${audience} ${token}`, payload);
        return payload;
      } catch {
        return null;
      }
    },
  };
}

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { KeyFor } from './secret-key.ts';

/** A secret cannot be read: it was sealed with a key that is not here, or is damaged, or belongs to something else. */
export class SecretUnreadable extends Error {
  readonly code = 'secret_unreadable';
}

/** Keeps secrets that have to be used again, such as API keys. */
export interface Vault {
  /** A text that only this installation can open, and only for the same `context`: what it belongs to. */
  seal(text: string, context: string): string;
  /** @throws SecretUnreadable */
  open(sealed: string, context: string): string;
  /** Was it sealed with a key that is on its way out? */
  isOld(sealed: string): boolean;
}

const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh nonce for every secret; `context` is authenticated with it, so that a sealed text cannot
 * be moved to another place. Sealed: `v1.<id of the key>.<base64url of nonce, tag, ciphertext>`.
 *
 * @param previous key of before, to read what was sealed with it
 * @example
 * const vault = createVault(keyFor);
 * vault.open(vault.seal('sk-1', 'acme/main/apiKey'), 'acme/main/apiKey') // 'sk-1'
 */
export function createVault(current: KeyFor, previous: KeyFor | null = null): Vault {
  const keys = [current, ...(previous ? [previous] : [])].map((keyFor) => {
    const key = keyFor('secrets');
    return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
  });
  const [own] = keys as [{ id: string; key: Uint8Array }];

  return {
    seal(text, context) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', own.key, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${own.id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open(sealed, context) {
      const [version, id, data = ''] = sealed.split('.');
      const found = keys.find((one) => one.id === id);
      if (version !== 'v1' || !found)
        throw new SecretUnreadable(
          'a secret was sealed with another key: bring SECRET_KEY or secret.key back, or enter it anew',
        );
      const bytes = Buffer.from(data, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, NONCE));
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      } catch {
        throw new SecretUnreadable('a secret is damaged: enter it anew');
      }
    },
    isOld: (sealed) => sealed.split('.')[1] !== own.id,
  };
}

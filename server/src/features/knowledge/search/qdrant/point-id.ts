import { createHash } from 'node:crypto';
import type { Place } from '../vector-store.ts';

/**
 * The id of a chunk's point: always the same for the same chunk of the same organisation. Points have numbers or UUIDs for ids; this is
 * a UUID of version 8, made of a SHA-256 (RFC 9562, section 5.8).
 *
 * @example pointId({ tenant: 't', base: 'b' }, 'd:1:0') // '3b6a…-8…-…'
 */
export function pointId({ tenant, base }: Place, chunk: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([tenant, base, chunk]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

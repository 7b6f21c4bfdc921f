import { ActionError } from './action-error.ts';

/** How a service signs: with which key, and how it writes the signature. */
export interface SignatureOptions {
  key: string;
  /** As it came in its header, with `sha256=` before it or without. */
  signature: string | undefined;
  /** `hex` when absent. */
  encoding?: 'hex' | 'base64';
}

/**
 * Lets a body pass that the service signed with HMAC-SHA256. Takes the same time whatever is wrong.
 *
 * @throws ActionError `channel_unauthorised`
 * @example await checkSignature(body, { key: config.key, signature: headers['x-hub-signature-256'] });
 */
export async function checkSignature(
  body: Uint8Array,
  { key, signature = '', encoding = 'hex' }: SignatureOptions,
): Promise<void> {
  const given = bytesOf(signature.replace(/^sha256=/, ''), encoding);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', new TextEncoder().encode(key), hmac, false, ['verify']);
  if (!(await crypto.subtle.verify('HMAC', imported, given, Uint8Array.from(body)))) throw unauthorised('signature');
}

/**
 * Lets a request pass that carries the secret agreed on with the service.
 *
 * @throws ActionError `channel_unauthorised`
 * @example await checkToken(headers['x-telegram-bot-api-secret-token'], config.webhookSecret);
 */
export async function checkToken(given: string | undefined, wanted: string): Promise<void> {
  const [first, second] = await Promise.all([digestOf(given ?? ''), digestOf(wanted)]);
  const difference = first.reduce((sum, byte, i) => sum | (byte ^ (second[i] as number)), 0);
  if (difference !== 0) throw unauthorised('secret');
}

async function digestOf(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function bytesOf(text: string, encoding: 'hex' | 'base64'): Uint8Array<ArrayBuffer> {
  if (encoding === 'hex') return Uint8Array.from(text.match(/[\da-f]{2}/gi) ?? [], (byte) => parseInt(byte, 16));
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function unauthorised(what: string): ActionError {
  return new ActionError('channel_unauthorised', `the ${what} is missing or wrong: compare the keys of both sides`);
}

import { stdSerializers } from 'pino';

const SECRET =
  /^(.*(password|passwd|passphrase|secret|secretkey|token|apikey|accesskey|privatekey|credentials?|otp)|authorization|cookie|setcookie)$/;
const LOGIN_IN_ADDRESS = /(\w+:\/\/)[^\s/@]+@/g;
const BEARER = /\b(Bearer|Basic) [\w.~+/=-]+/g;
const CENSORED = '[redacted]';
const DEEPEST = 12;

/**
 * A copy of what is logged without secrets, at any depth: values under names of secrets in any spelling (`apiKey`, `API_KEY`,
 * `x-api-key`), logins in addresses, bearer tokens in texts; errors become objects. What holds no secret is given back as it is.
 *
 * @example redact({ user: { Password: 'x' }, url: 'https://a:b@host/' }) // { user: { Password: '[redacted]' }, url: 'https://[redacted]@host/' }
 */
export function redact<T>(value: T): T {
  return walk(value, 0) as T;
}

function walk(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return inText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return walk(plain(value), depth);
  if (depth > DEEPEST) return CENSORED;
  return copied(value, depth) ?? value;
}

/** An error as an object; what it holds besides is no prototype's. */
function plain(error: Error): object {
  return { ...stdSerializers.err(error) };
}

/** A copy where something had to go; null where nothing had. */
function copied<T extends object>(value: T, depth: number): T | null {
  let copy: Record<string, unknown> | null = null;
  for (const [key, item] of Object.entries(value)) {
    const clean = item !== undefined && isSecret(key) ? CENSORED : walk(item, depth + 1);
    if (clean === item) continue;
    copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    copy[key] = clean;
  }
  return copy as T | null;
}

const known = new Map<string, boolean>();
const MOST_KNOWN = 1_000;

function isSecret(key: string): boolean {
  const found = known.get(key);
  if (found !== undefined) return found;
  const secret = SECRET.test(key.toLowerCase().replace(/[^a-z]/g, ''));
  if (known.size < MOST_KNOWN) known.set(key, secret);
  return secret;
}

function inText(text: string): string {
  const masked = text.includes('://') ? text.replace(LOGIN_IN_ADDRESS, `$1${CENSORED}@`) : text;
  return masked.includes('Be') || masked.includes('Ba') ? masked.replace(BEARER, `$1 ${CENSORED}`) : masked;
}

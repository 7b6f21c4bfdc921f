import { createHash, randomUUID } from 'node:crypto';
import { ActionError, type ServiceContext } from '@scenarium/sdk';
import { z } from 'zod';
import type { GigaChatConfig } from './index.ts';

const Token = z.object({ access_token: z.string(), expires_at: z.number() });
/** A token is renewed so long before it ends; it lives for half an hour. Milliseconds. */
const EARLY_MS = 60_000;

const tokens = new Map<string, Promise<z.infer<typeof Token>>>();

/**
 * Calls GigaChat's REST API with a token that is asked for when it is needed, once for all that wait, and once more when it is refused.
 *
 * @throws ActionError `model_rate_limited`, `model_unavailable`, `model_unauthorised`, `model_refused`
 */
export async function callGigaChat(
  config: GigaChatConfig,
  { fetch, signal }: Pick<ServiceContext, 'fetch' | 'signal'>,
  { path, body, signal: own }: { path: string; body?: object; signal?: AbortSignal | undefined },
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const { access_token: token } = await tokenOf(config, { fetch, signal });
    const answer = await fetch(`${config.baseUrl.replace(/\/$/, '')}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: own ?? signal,
    });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 401 && attempt === 1) tokens.delete(keyOf(config));
    else throw toError(answer);
  }
}

async function tokenOf(
  config: GigaChatConfig,
  context: Pick<ServiceContext, 'fetch' | 'signal'>,
): Promise<z.infer<typeof Token>> {
  const key = keyOf(config);
  const pending = tokens.get(key);
  const known = pending && (await pending.catch(() => undefined));
  if (known && known.expires_at - EARLY_MS > Date.now()) return known;
  // Another call may have asked for a new one meanwhile.
  if (pending && tokens.get(key) !== pending) return tokenOf(config, context);
  const asked = askForToken(config, context);
  tokens.set(key, asked);
  asked.catch(() => tokens.delete(key));
  return asked;
}

async function askForToken(
  { authUrl, authorizationKey, scope }: GigaChatConfig,
  { fetch, signal }: Pick<ServiceContext, 'fetch' | 'signal'>,
) {
  const answer = await fetch(authUrl, {
    method: 'POST',
    headers: {
      authorization: `Basic ${authorizationKey}`,
      rquid: randomUUID(),
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ scope }).toString(),
    signal,
  });
  if (!answer.ok) throw toError(answer);
  const parsed = Token.safeParse(await answer.json());
  if (!parsed.success) throw new ActionError('model_unavailable', 'GigaChat gave no token', { retryable: true });
  return parsed.data;
}

/** The key itself is not kept. */
function keyOf({ authUrl, authorizationKey, scope }: GigaChatConfig): string {
  return createHash('sha256').update(`${authUrl} ${scope} ${authorizationKey}`).digest('hex');
}

function toError({ status, headers }: Response): ActionError {
  if (status === 401 || status === 403)
    return new ActionError('model_unauthorised', `GigaChat refused the key (${status}): check key and scope`);
  const seconds = Number(headers.get('retry-after') ?? 0);
  const more = { retryable: true, ...(seconds > 0 && { retryAfterMs: seconds * 1_000 }) };
  if (status === 429) return new ActionError('model_rate_limited', 'GigaChat asks for a pause (429)', more);
  if (status >= 500) return new ActionError('model_unavailable', `GigaChat answered ${status}`, more);
  return new ActionError('model_refused', `GigaChat refused the call (${status})`);
}

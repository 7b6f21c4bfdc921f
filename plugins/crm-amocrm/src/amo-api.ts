import { createHash } from 'node:crypto';
import { ActionError, type HttpResponse, type ServiceContext } from '@scenarium/sdk';
import type { Json } from './json.ts';
import { z } from 'zod';
import type { AmoConfig } from './index.ts';

type Context = ServiceContext & { config: AmoConfig };

const Tokens = z.object({ access_token: z.string(), refresh_token: z.string() });
type Pair = z.infer<typeof Tokens>;

/** The newest tokens of a connection, by the refresh token it was configured with: the stored ones are read only now and then. */
const renewed = new Map<string, Promise<Pair>>();

/** What a call sends. */
export interface AmoCall {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  query?: Record<string, string | number>;
  body?: Json;
}

/**
 * Calls amoCRM's API v4; null for 204, which is how it says that nothing was found. A token that has run out is renewed once for all who
 * wait, and kept before it is used: amoCRM takes every refresh token once only.
 *
 * @throws ActionError `crm_rate_limited`, `crm_unavailable`, `crm_invalid`, `crm_not_found`, `crm_unauthorised`, `crm_forbidden`, `crm_unpaid`
 */
export async function callAmo(context: Context, call: AmoCall): Promise<Json | null> {
  const { config } = context;
  const known = await renewed.get(keyOf(config))?.catch(() => undefined);
  const first = await send(context, call, known?.access_token ?? config.accessToken);
  if (first.status !== 401 || config.refreshToken === '') return bodyOf(first);
  const { access_token } = await renew(context, known);
  return bodyOf(await send(context, call, access_token));
}

function send({ config, http }: Context, { method, path, query, body }: AmoCall, token: string): Promise<HttpResponse> {
  return http.request({
    method,
    url: `${config.account.replace(/\/$/, '')}${path}`,
    headers: { authorization: `Bearer ${token}`, accept: 'application/hal+json' },
    ...(query && { query }),
    ...(body !== undefined && { body }),
    timeoutMs: 15_000,
  });
}

/** One renewal at a time. `used`: the pair that was refused; a newer one is taken as it is. */
async function renew(context: Context, used: Pair | undefined): Promise<Pair> {
  const key = keyOf(context.config);
  const pending = renewed.get(key);
  const known = pending && (await pending.catch(() => undefined));
  if (known && known.access_token !== used?.access_token) return known;
  if (pending && renewed.get(key) !== pending) return renew(context, used);
  const asked = askForTokens(context, known?.refresh_token ?? context.config.refreshToken);
  renewed.set(key, asked);
  asked.catch(() => renewed.delete(key));
  return asked;
}

async function askForTokens({ config, http, saveSecrets }: Context, refreshToken: string): Promise<Pair> {
  const { account, clientId, clientSecret, redirectUri } = config;
  const answer = await http.request({
    method: 'POST',
    url: `${account.replace(/\/$/, '')}/oauth2/access_token`,
    body: {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      redirect_uri: redirectUri,
    },
  });
  const parsed = Tokens.safeParse(answer.body);
  if (answer.status >= 500 || answer.status === 429) throw problemOf(answer);
  if (answer.status !== 200 || !parsed.success)
    throw new ActionError('crm_unauthorised', 'amoCRM does not renew the access: connect the account again');
  await saveSecrets({ accessToken: parsed.data.access_token, refreshToken: parsed.data.refresh_token });
  return parsed.data;
}

function bodyOf(answer: HttpResponse): Json | null {
  if (answer.status === 204) return null;
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  throw problemOf(answer);
}

function problemOf({ status, headers, body }: HttpResponse): ActionError {
  const seconds = Number(headers['retry-after'] ?? 1);
  if (status === 429)
    return new ActionError('crm_rate_limited', 'amoCRM asks for a pause', {
      retryable: true,
      retryAfterMs: seconds * 1_000,
    });
  if (status >= 500) return new ActionError('crm_unavailable', `amoCRM answered ${status}`, { retryable: true });
  if (status === 401) return new ActionError('crm_unauthorised', 'amoCRM refused the token: connect the account again');
  if (status === 402) return new ActionError('crm_unpaid', 'the account at amoCRM is not paid for');
  if (status === 403)
    return new ActionError('crm_forbidden', 'amoCRM forbids this: the user lacks the right, or calls are blocked');
  if (status === 404) return new ActionError('crm_not_found', 'amoCRM has no such thing');
  return new ActionError('crm_invalid', `amoCRM refused the call (${status})${fieldsOf(body)}`);
}

const Refusal = z.object({
  'validation-errors': z.array(z.object({ errors: z.array(z.object({ path: z.string(), detail: z.string() })) })),
});

function fieldsOf(body: Json): string {
  const parsed = Refusal.safeParse(body);
  const fields = parsed.success ? parsed.data['validation-errors'].flatMap(({ errors }) => errors) : [];
  return fields.length > 0 ? `: ${fields.map(({ path, detail }) => `${path}: ${detail}`).join('; ')}` : '';
}

/** The token itself is not kept as a key. */
function keyOf({ account, refreshToken, accessToken }: AmoConfig): string {
  return createHash('sha256').update(`${account} ${refreshToken} ${accessToken}`).digest('hex');
}

import { ActionError } from '@scenarium/sdk';

/**
 * What went wrong with a model, whatever library said it: `model_rate_limited`, `model_unavailable`, `model_timed_out` may go better
 * later; `model_unauthorised`, `model_refused` may not. Words of providers stay out of it where they could hold a key.
 */
export function toModelError(error: unknown): ActionError {
  if (error instanceof ActionError) return error;
  const { status, headers, code, name, message } = Object(error) as Described;
  if (status === 429) {
    const isSpent = /insufficient_quota|billing/i.test(String(code));
    if (isSpent) return new ActionError('model_refused', 'the account at the provider has no money left');
    return new ActionError('model_rate_limited', 'the provider asks for a pause (429)', {
      retryable: true,
      ...retryAfter(headers),
    });
  }
  if (status === 401 || status === 403)
    return new ActionError('model_unauthorised', `the provider refused the key (${status}): check the connection`);
  if (status !== undefined && status >= 500)
    return new ActionError('model_unavailable', `the provider answered ${status}`, {
      retryable: true,
      ...retryAfter(headers),
    });
  if (status !== undefined)
    return new ActionError('model_refused', `the provider refused the call (${status})${excerpt(message)}`);
  if (typeof code === 'string' && EGRESS.has(code))
    return new ActionError(code === 'timed_out' ? 'model_timed_out' : code, `${message ?? code}`, {
      retryable: code !== 'egress_refused',
    });
  if (name === 'AbortError' || name === 'TimeoutError')
    return new ActionError('model_timed_out', 'the model did not answer in time', { retryable: true });
  return new ActionError('model_unavailable', `the answer of the model broke off${excerpt(message)}`, {
    retryable: true,
  });
}

interface Described {
  status?: number;
  headers?: Headers | Record<string, string>;
  code?: unknown;
  name?: string;
  message?: string;
}

const EGRESS = new Set(['egress_refused', 'dns_failed', 'connect_failed', 'timed_out', 'too_large', 'circuit_open']);

function retryAfter(headers: Described['headers']): { retryAfterMs?: number } {
  const said = headers instanceof Headers ? headers.get('retry-after') : headers?.['retry-after'];
  const seconds = Number(said ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {};
}

/** Keys are shown by some providers when they are wrong. */
function excerpt(message = ''): string {
  const text = message.replace(/\b(sk|key|Bearer|Api-Key)[-_ :]?\S+/gi, '…').slice(0, 200);
  return text ? `: ${text}` : '';
}

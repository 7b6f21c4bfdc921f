import { currentLanguage } from '../i18n/i18n.ts';
import { ApiProblem, AWAY, type ProblemBody } from './api-problem.ts';
import type { Operations } from './operations.d.ts';
import { places } from './places.ts';
import { serverAway } from './server-state.ts';

export type OperationName = keyof Operations;
/** What a call takes; parts that it does not have are left out. */
export type Input<N extends OperationName> = {
  [Part in 'params' | 'query' | 'body' as Operations[N][Part] extends undefined ? never : Part]: Operations[N][Part];
};
export type Answer<N extends OperationName> = Operations[N]['answer'];

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Sends one call, once. @throws ApiProblem */
export async function send<N extends OperationName>(
  name: N,
  input: Input<N>,
  { token, signal }: { token?: string | null; signal?: AbortSignal | undefined } = {},
): Promise<Answer<N>> {
  const [method, path] = places[name];
  const { body } = input as Parts;
  return receive(() =>
    fetch(addressOf(path, input as Parts), {
      method,
      headers: {
        'Accept-Language': currentLanguage(),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    }),
  );
}

export function addressOf(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1${filled}${search && `?${search}`}`;
}

async function receive<T>(ask: () => Promise<Response>): Promise<T> {
  const response = await ask().catch((error: Error) => {
    if (error.name === 'AbortError') throw error;
    throw away();
  });
  const parsed = (await response.json().catch(() => null)) as ProblemBody | T | null;
  if ([502, 503, 504].includes(response.status) && !isProblem(parsed, 'connection_failed', 'model_failed'))
    throw away();
  serverAway.set(false);
  if (response.ok) return parsed as T;
  throw new ApiProblem(
    isProblem(parsed) ? parsed : { status: response.status, code: 'unknown', title: response.statusText },
  );
}

function isProblem(value: unknown, ...codes: string[]): value is ProblemBody {
  const code = (value as ProblemBody | null)?.code;
  return typeof code === 'string' && (codes.length === 0 || codes.includes(code));
}

function away(): ApiProblem {
  serverAway.set(true);
  return new ApiProblem({ status: 503, code: AWAY, title: AWAY });
}

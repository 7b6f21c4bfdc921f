import type { Json } from '@scenarium/language';
import type { ActionContext, Log } from '../context.ts';
import type { HttpRequest, HttpResponse } from '../http-client.ts';

/** A context for tests, and what was done with it. */
export interface FakeContext<C> extends ActionContext<C> {
  /** Everything that was logged. */
  lines: { level: string; facts: object; message: string | undefined }[];
  /** Texts that were shown while they grew. */
  shown: string[];
  /** Secrets that were saved, the latest last. */
  saved: Readonly<Record<string, string>>[];
}

/**
 * A context whose `http` and `fetch` really go out, without the guard of the host: give it addresses of servers that the test itself
 * has started.
 *
 * @example
 * const context = fakeContext({ greeting: 'Hello' });
 * expect(await server.actions.greet({ name: 'Ann' }, context)).toBe('Hello, Ann');
 */
export function fakeContext<C>(config: C, changes: Partial<ActionContext<C>> = {}): FakeContext<C> {
  const lines: FakeContext<C>['lines'] = [];
  const shown: string[] = [];
  const saved: FakeContext<C>['saved'] = [];
  const at =
    (level: string): Log['info'] =>
    (facts, message) =>
      void lines.push({ level, facts, message });
  return {
    config,
    http: { request: send },
    fetch: globalThis.fetch,
    log: { info: at('info'), warn: at('warn'), error: at('error') },
    signal: new AbortController().signal,
    idempotencyKey: 'effect-1',
    conversation: { id: 'conversation', tenant: 'tenant', agent: 'agent', locale: 'en', contact: 'contact' },
    progress: (text) => void shown.push(text),
    saveSecrets: async (changed) => void saved.push(changed),
    ...changes,
    lines,
    shown,
    saved,
  };
}

async function send({ method, url, headers = {}, query = {}, body, signal }: HttpRequest): Promise<HttpResponse> {
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.append(name, String(value));
  const isText = typeof body === 'string';
  const begin = performance.now();
  const answer = await globalThis.fetch(target, {
    method,
    headers: { ...(body !== undefined && !isText && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const text = await answer.text();
  const isJson = text !== '' && answer.headers.get('content-type')?.includes('json') === true;
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: isJson ? (JSON.parse(text) as Json) : text,
    url: answer.url,
    durationMs: performance.now() - begin,
  };
}

import { ActionError, type HttpRequest, type Log, type ServiceContext } from '@scenarium/sdk';
import type { FetchTold } from './context-of.ts';
import type { Incoming, Methods } from './peer.ts';

/** What the host does for a plugin's process, with the context of the call that asks for it. */
export function hostMethods(contextOf: (of: number) => ServiceContext | undefined): Methods {
  const lines = createBudget(MOST_LINES_A_SECOND);

  function context(of: unknown): ServiceContext {
    const found = contextOf(of as number);
    if (!found) throw new ActionError('call_over', 'the call this belongs to is over');
    return found;
  }

  return {
    request: async ({ of, request }: { of: number; request: HttpRequest }, { signal }: Incoming) =>
      context(of).http.request({ ...request, signal }),
    async fetch({ of, url, body, headers, ...init }: AskedFetch, { signal, tell }: Incoming) {
      const response = await context(of).fetch(url, {
        ...init,
        headers,
        ...(body !== null && { body: Buffer.from(body, 'base64') }),
        signal,
      });
      const { status, statusText, url: address } = response;
      await tell({ head: { status, statusText, headers: [...response.headers], url: address } } satisfies FetchTold);
      for await (const part of response.body ?? [])
        await tell({ body: Buffer.from(part as Uint8Array).toString('base64') } satisfies FetchTold);
    },
    async log({ of, level, facts, message }: { of: number; level: keyof Log; facts: object; message?: string }) {
      const { log } = context(of);
      if (!lines() || !['info', 'warn', 'error'].includes(level)) return;
      log[level](Object(facts) as object, message === undefined ? undefined : String(message).slice(0, 1_000));
    },
    async saveSecrets({ of, changes }: { of: number; changes: Record<string, string> }) {
      await context(of).saveSecrets(changes);
    },
  } satisfies Methods;
}

interface AskedFetch {
  of: number;
  url: string;
  method: string;
  redirect: NonNullable<RequestInit['redirect']>;
  headers: [string, string][];
  body: string | null;
}

const MOST_LINES_A_SECOND = 100;

/** True so many times a second. */
function createBudget(most: number): () => boolean {
  let second = 0;
  let used = 0;
  return () => {
    const now = Math.floor(performance.now() / 1_000);
    used = now === second ? used + 1 : 1;
    second = now;
    return used <= most;
  };
}

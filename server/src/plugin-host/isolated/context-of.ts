import type { ActionContext, ConversationFacts, HttpRequest, HttpResponse, Log } from '@scenarium/sdk';
import type { Incoming, Peer } from './peer.ts';

/** What the host says of a call: `of` is its name there, so that what the handler uses is used for that call alone. */
export interface Surroundings {
  of: number;
  config?: unknown;
  idempotencyKey?: string;
  conversation?: ConversationFacts;
}

/** What is told while a request runs: first its head, then its body in base64. */
export type FetchTold =
  { head: { status: number; statusText: string; headers: [string, string][]; url: string } } | { body: string };

/** A handler's context, in the plugin's process: everything is done by the host. */
export function contextOf(peer: Peer, { of, config, idempotencyKey, conversation }: Surroundings, call: Incoming) {
  const { signal } = call;
  const at =
    (level: keyof Log): Log['info'] =>
    (facts, message) =>
      void peer.call('log', { of, level, facts, message }).catch(() => undefined);
  const joined = (own?: AbortSignal | null): AbortSignal => (own ? AbortSignal.any([signal, own]) : signal);
  return {
    config,
    idempotencyKey: idempotencyKey as string,
    conversation: conversation as ConversationFacts,
    signal,
    http: {
      request: ({ signal: own, ...request }: HttpRequest) =>
        peer.call('request', { of, request }, { signal: joined(own) }) as Promise<HttpResponse>,
    },
    fetch: (input, init) => fetchBy(peer, { of, request: new Request(input, init), signal: joined(init?.signal) }),
    log: { info: at('info'), warn: at('warn'), error: at('error') },
    saveSecrets: async (changes) => void (await peer.call('saveSecrets', { of, changes })),
    progress: (text) => void call.tell({ progress: text }),
  } satisfies ActionContext;
}

async function fetchBy(
  peer: Peer,
  { of, request, signal }: { of: number; request: Request; signal: AbortSignal },
): Promise<Response> {
  const bytes = request.body ? Buffer.from(await request.arrayBuffer()) : null;
  const { url, method, redirect } = request;
  const asked = { of, url, method, redirect, headers: [...request.headers], body: bytes?.toString('base64') ?? null };
  return new Promise((resolve, reject) => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (made) => void (controller = made) });
    const told = (value: unknown): void => {
      const part = value as FetchTold;
      if ('body' in part) return controller?.enqueue(Buffer.from(part.body, 'base64'));
      const { status, statusText, headers } = part.head;
      const isEmpty = method === 'HEAD' || [101, 204, 205, 304].includes(status);
      const response = new Response(isEmpty ? null : body, { status, statusText, headers });
      Object.defineProperty(response, 'url', { value: part.head.url });
      resolve(response);
    };
    peer.call('fetch', asked, { signal, told }).then(
      () => controller?.close(),
      (error: unknown) => {
        controller?.error(error);
        reject(error as Error);
      },
    );
  });
}

import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What somebody writes at the service. */
export interface Written {
  id: string;
  chat: string;
  from: { id: string; name?: string; locale?: string };
  text: string;
  option?: string;
}

/** A message that the service took: once for each key. */
export interface Taken {
  id: string;
  to: string;
  text: string;
  locale: string;
  buttons?: { id: string; label: string }[];
}

/** The made-up service: wants its key, signs what it tells, tells it as often as it likes, and fails on demand. */
export interface MockService {
  url: string;
  /** In the order in which they were taken. */
  taken: Taken[];
  /** Keys of all attempts, whatever became of them. */
  attempts: string[];
  typing: string[];
  /** From where it was asked for updates, in order, and by how many at once at the most. */
  polls: { cursors: (string | null)[]; now: number; most: number };
  /** Where it tells of what is written; null: nobody wants to know. */
  webhook: string | null;
  /** Answers the next attempts so, one after another. `hang`: never. */
  fail(...answers: (Failing | 'hang')[]): void;
  /** Somebody writes: told over the webhook as often as `times` says (statuses of the answers), or kept for `updates`. */
  write(written: Written, options?: { times?: number; key?: string }): Promise<number[]>;
  stop(): Promise<void>;
}

export interface Failing {
  status: number;
  /** Seconds. */
  retryAfter?: number;
}

/** @example const service = await startMockService({ key: 'k' }); */
export async function startMockService({ key }: { key: string }): Promise<MockService> {
  const updates: Written[] = [];
  const failing: (Failing | 'hang')[] = [];
  const known = new Set<string>();
  let wake: () => void = () => undefined;

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>> = {
    'GET /health': async (_, response) => answer(response, {}),
    'PUT /webhook': async (request, response) => {
      service.webhook = ((await bodyOf(request)) as { url: string }).url;
      answer(response, {});
    },
    'DELETE /webhook': async (_, response) => {
      service.webhook = null;
      answer(response, {});
    },
    'POST /typing': async (request, response) => {
      service.typing.push(((await bodyOf(request)) as { to: string }).to);
      answer(response, {});
    },
    'POST /messages': async (request, response) => {
      const message = (await bodyOf(request)) as Taken;
      const id = String(request.headers['idempotency-key']);
      service.attempts.push(id);
      if (message.text === '' || message.text === 'refused') return answer(response, {}, 400);
      const next = failing.shift();
      if (next === 'hang') return;
      if (next) return answer(response, {}, next.status, next.retryAfter);
      if (!known.has(id)) service.taken.push(message);
      known.add(id);
      answer(response, { id: `m-${known.size}` });
    },
    'GET /updates': async (_, response, { searchParams }) => {
      const { polls } = service;
      polls.cursors.push(searchParams.get('after'));
      polls.now += 1;
      polls.most = Math.max(polls.most, polls.now);
      response.once('close', () => (polls.now -= 1));
      const after = Number(searchParams.get('after') ?? 0);
      if (updates.length <= after) await waitFor(Number(searchParams.get('wait')));
      answer(response, { updates: updates.slice(after), next: String(updates.length) });
    },
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://service');
    if (request.headers.authorization !== `Bearer ${key}`) return answer(response, {}, 401);
    const route = routes[`${request.method} ${url.pathname}`];
    if (!route) return answer(response, {}, 404);
    route(request, response, url).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const service: MockService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: [],
    attempts: [],
    typing: [],
    polls: { cursors: [], now: 0, most: 0 },
    webhook: null,
    fail: (...answers) => void failing.push(...answers),
    async write(written, { times = 1, key: used = key } = {}) {
      updates.push(written);
      wake();
      const { webhook } = service;
      if (webhook === null) return [];
      const body = JSON.stringify({ updates: [written] });
      const signature = createHmac('sha256', used).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'x-signature': signature };
      const told = Array.from({ length: times }, () => fetch(webhook, { method: 'POST', headers, body }));
      return (await Promise.all(told)).map(({ status }) => status);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;

  function waitFor(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(end);
        resolve();
      };
    });
  }
}

function answer(response: ServerResponse, body: object, status = 200, retryAfter?: number): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

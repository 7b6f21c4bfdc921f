import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import type { Draft, Message, Problem } from '../src/client/types.ts';
import { StandInStore, type Held } from './stand-in-store.ts';

export interface StandInOptions {
  /** Shared by instances of one server. */
  store?: StandInStore;
  port?: number;
  /** Serves what is not the API, such as the page. */
  fallback?(request: IncomingMessage, response: ServerResponse): void;
}

type Sent = Draft & { id: string };
type Acknowledge = (answer: unknown) => void;

/** One instance of a server that speaks the protocol of the web channel, with faults to order. Nothing of it is the product. */
export class StandIn {
  readonly store: StandInStore;
  readonly received: Sent[] = [];
  /** Decides on each message before it is accepted; a problem refuses it. */
  refuse: (sent: Sent) => Problem | undefined = () => undefined;
  /** Seconds of `Retry-After` of the next answers, each 503. */
  readonly unavailable: number[] = [];
  /** What closes the socket it comes over, as what is too large does. */
  deafTo: (sent: Sent) => boolean = () => false;
  /** Takes the message and loses the answer. */
  isLosingAcks = false;
  /** Refuses sockets. */
  isDeaf = false;
  /** Does not tell of what becomes visible. */
  isMute = false;
  /** Answers no such request (`GET /path`) before the promise is resolved. */
  hold: { request: RegExp; until: Promise<void> } | null = null;
  readonly requests: string[] = [];
  readonly #options: StandInOptions;
  readonly #http = createServer((request, response) => void this.#route(request, response));
  readonly #io: Server;
  readonly #unwatch: () => void;

  constructor(options: StandInOptions = {}) {
    this.#options = options;
    this.store = options.store ?? new StandInStore();
    this.#io = new Server(this.#http, { serveClient: false });
    this.#chat.use((socket, next) => this.#authenticate(socket, next));
    this.#chat.on('connection', (socket) => this.#connected(socket));
    this.#unwatch = this.store.watch(({ id }, messages, from) => {
      if (!this.isMute) this.frame(id, messages, from, messages.at(-1)?.seq ?? from);
    });
  }

  get #chat() {
    return this.#io.of('/chat');
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(this.#options.port ?? 0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#unwatch();
    this.#http.closeAllConnections();
    await this.#io.close();
  }

  /** Tells everybody connected to a conversation. */
  frame(conversation: string, messages: Message[], from: number, to: number): void {
    this.#chat.to(conversation).emit('messages', { messages, from, to });
  }

  emit(conversation: string, event: string, value: unknown): void {
    this.#chat.to(conversation).emit(event, value);
  }

  /** Cuts every socket. */
  cut(): void {
    this.#chat.disconnectSockets(true);
  }

  #authenticate(socket: Socket, next: (error?: Error) => void): void {
    const held = this.store.byToken(String(socket.handshake.auth.token));
    if (this.isDeaf) return next(new Error('deaf'));
    if (!held) return next(new Error('unauthenticated'));
    socket.data = { held };
    next();
  }

  #connected(socket: Socket): void {
    const { held } = socket.data as { held: Held };
    const after = Number(socket.handshake.auth.after);
    void socket.join(held.id);
    if (!this.isMute) socket.emit('messages', { messages: this.store.after(held, after), from: after, to: held.seq });
    socket.on('message', (sent: Sent, acknowledge: Acknowledge) => {
      if (this.deafTo(sent)) return socket.disconnect(true);
      const problem = this.refuse(sent);
      this.received.push(sent);
      if (problem) return acknowledge({ ok: false, problem });
      const accepted = this.store.accept(held, sent);
      if (!this.isLosingAcks) acknowledge({ ok: true, ...accepted });
    });
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (!url.pathname.startsWith('/api/')) return this.#options.fallback?.(request, response);
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (this.hold?.request.test(`${request.method} ${url.pathname}`)) await this.hold.until;
    const wait = this.unavailable.shift();
    if (wait !== undefined) {
      response.setHeader('Retry-After', wait);
      return answer(response, 503, problem(503, 'database_unavailable'));
    }
    const body = JSON.parse((await text(request)) || '{}') as Sent & {
      agent: string;
      token?: string;
      locale?: string[];
    };
    const [, id, part] = /^\/api\/v1\/conversations(?:\/([^/]+)(\/messages)?)?$/.exec(url.pathname) ?? [];
    if (id === undefined) return this.#open(response, body);
    const held = this.store.byToken(request.headers.authorization?.slice('Bearer '.length) ?? '');
    if (held?.id !== id) return answer(response, 401, problem(401, 'unauthenticated'));
    if (request.method === 'PATCH') return answer(response, 200, this.store.switch(held, String(body.locale), body.id));
    if (part && request.method === 'GET') return answer(response, 200, this.store.page(held, url.searchParams));
    this.received.push(body);
    const refused = this.refuse(body);
    if (refused) return answer(response, refused.status, refused);
    answer(response, 200, this.store.accept(held, body));
  }

  #open(
    response: ServerResponse,
    { token, agent, locale }: { token?: string; agent: string; locale?: string[] },
  ): void {
    const known = token === undefined ? undefined : this.store.byToken(token);
    if (token !== undefined && !known) return answer(response, 401, problem(401, 'unauthenticated'));
    if (agent === 'nobody') return answer(response, 404, problem(404, 'agent_not_found'));
    const held = known ?? this.store.begin({ id: randomUUID(), agent, locale });
    answer(response, known ? 200 : 201, { conversation: this.store.view(held), token: held.token });
  }
}

/** A problem as the server words it. */
export function problem(status: number, code: string): Problem {
  return { title: code, detail: `The request was refused: ${code}`, code, status };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  let all = '';
  for await (const chunk of request) all += String(chunk);
  return all;
}

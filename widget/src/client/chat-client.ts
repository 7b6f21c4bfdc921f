import { io, type Socket } from 'socket.io-client';
import { createTimeline } from './timeline.ts';
import type { ChatClientOptions, Conversation, Message, Outgoing } from './types.ts';

export type { Attachment, Button, ChatClientOptions, Conversation, Message, Outgoing, Storage } from './types.ts';

interface Frame {
  messages: Message[];
  from: number;
  to: number;
}

type Acknowledgement =
  { ok: true; seq: number } | { ok: false; problem: { status: number; title: string; next?: string } };

const LONGEST_QUEUE = 100;
const ACKNOWLEDGE_MS = 8_000;

/**
 * A conversation with an agent from a browser: sends each message until the server has it, shows each message once and in order, and
 * goes on after a reload, a lost connection or another server.
 *
 * @example
 * const client = new ChatClient({ agent: 'a1', storage: localStorage, onChange: () => draw(client.messages) });
 * await client.start();
 * client.send({ text: 'Hello' });
 */
export class ChatClient {
  conversation: Conversation | null = null;
  /** Is there a live connection? */
  online = false;
  /** Is the agent working on an answer? */
  typing = false;
  /** Set when the conversation could not be begun. */
  failure: string | null = null;
  readonly #options: ChatClientOptions;
  readonly #timeline = createTimeline();
  #outgoing: Outgoing[] = [];
  #token = '';
  #socket: Socket | null = null;
  #sending = false;

  constructor(options: ChatClientOptions) {
    this.#options = options;
  }

  /** What was said, in order. */
  get messages(): readonly Message[] {
    return this.#timeline.messages();
  }

  /** What is still on its way, in order. */
  get outgoing(): readonly Outgoing[] {
    return this.#outgoing.filter(({ id }) => !this.#timeline.has(id));
  }

  /** Opens the conversation, or goes on with the one this browser had. */
  async start(): Promise<void> {
    const { storage, agent, locale, server = '' } = this.#options;
    const token = storage.getItem(this.#key('token'));
    const body = { agent, ...(locale && { locale }), ...(token && { token }) };
    const response = await fetch(`${server}/api/v1/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { conversation: Conversation; token: string; title?: string };
    if (!response.ok) {
      this.failure = answer.title ?? String(response.status);
      return this.#options.onChange();
    }
    this.failure = null;
    this.conversation = answer.conversation;
    this.#token = answer.token;
    if (answer.token !== token) storage.removeItem(this.#key('queue'));
    storage.setItem(this.#key('token'), answer.token);
    this.#outgoing = JSON.parse(storage.getItem(this.#key('queue')) ?? '[]') as Outgoing[];
    this.#connect(server);
    this.#options.onChange();
  }

  /** Sends a text, or the press of a button. It is kept until the server has it. */
  send({ text, option }: { text?: string; option?: string }): void {
    if (this.#outgoing.length >= LONGEST_QUEUE) return;
    this.#outgoing.push({
      id: crypto.randomUUID(),
      ...(text !== undefined && { text }),
      ...(option !== undefined && { option }),
    });
    this.#keep();
    void this.#flush();
  }

  /** Sends a refused message once more. */
  retry(id: string): void {
    for (const outgoing of this.#outgoing) if (outgoing.id === id) delete outgoing.problem;
    this.#keep();
    void this.#flush();
  }

  /** Goes on in another language. */
  async switchLanguage(locale: string): Promise<void> {
    if (!this.conversation) return;
    const response = await this.#call('PATCH', '', { id: crypto.randomUUID(), locale });
    if (response.ok) this.conversation = { ...this.conversation, locale };
    this.#options.onChange();
  }

  /** Forgets the conversation and begins another. */
  async startAnew(): Promise<void> {
    this.stop();
    this.#options.storage.removeItem(this.#key('token'));
    this.#options.storage.removeItem(this.#key('queue'));
    this.#timeline.clear();
    await this.start();
  }

  stop(): void {
    this.#socket?.disconnect();
    this.#socket = null;
  }

  #connect(server: string): void {
    const socket = io(`${server}/chat`, {
      auth: (give) => give({ token: this.#token, after: this.#timeline.cursor() }),
      transports: ['websocket', 'polling'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
    });
    this.#socket = socket;
    socket.on('connect', () => this.#setOnline(true));
    socket.on('disconnect', () => this.#setOnline(false));
    socket.on('connect_error', (error) => {
      this.#setOnline(false);
      if (error.message === 'unauthenticated') void this.startAnew();
      else if (!socket.active) setTimeout(() => socket.connect(), 1_000);
    });
    socket.on('messages', (frame: Frame) => void this.#receive(frame));
    socket.on('typing', ({ on }: { on: boolean }) => {
      this.typing = on;
      this.#options.onChange();
    });
  }

  #setOnline(online: boolean): void {
    this.online = online;
    if (!online) this.typing = false;
    this.#options.onChange();
    if (online) void this.#flush();
  }

  async #receive(frame: Frame): Promise<void> {
    const isHole = frame.from > this.#timeline.cursor();
    this.#timeline.add(frame.messages);
    if (isHole) await this.#fillHole().catch(() => undefined);
    else this.#timeline.reach(frame.to);
    this.#outgoing = this.#outgoing.filter(({ id }) => !this.#timeline.has(id));
    this.#keep();
  }

  async #fillHole(): Promise<void> {
    for (let more = true; more;) {
      const response = await this.#call('GET', `/messages?after=${this.#timeline.cursor()}`);
      if (!response.ok) return;
      const page = (await response.json()) as { messages: Message[]; lastSeq: number; more: boolean };
      this.#timeline.add(page.messages);
      this.#timeline.reach(page.lastSeq);
      more = page.more;
    }
  }

  /** Sends what waits, one after another, each until it is acknowledged. */
  async #flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (;;) {
        const next = this.#outgoing.find(({ problem, id }) => problem === undefined && !this.#timeline.has(id));
        if (!next || !this.#socket?.connected) return;
        const { id, text, option } = next;
        const answer = (await this.#socket
          .timeout(ACKNOWLEDGE_MS)
          .emitWithAck('message', { id, ...(text !== undefined && { text }), ...(option !== undefined && { option }) })
          .catch(() => null)) as Acknowledgement | null;
        if (answer?.ok) this.#settle(next, answer.seq);
        else if (answer && answer.problem.status < 500)
          next.problem = [answer.problem.title, answer.problem.next].filter(Boolean).join('. ');
        else await new Promise((resolve) => setTimeout(resolve, 1_000));
        this.#keep();
      }
    } finally {
      this.#sending = false;
    }
  }

  #settle({ id, text }: Outgoing, seq: number): void {
    this.#timeline.add([{ id, seq, direction: 'in', text: text ?? '', at: new Date().toISOString() }]);
    this.#outgoing = this.#outgoing.filter((outgoing) => outgoing.id !== id);
  }

  #keep(): void {
    this.#options.storage.setItem(this.#key('queue'), JSON.stringify(this.#outgoing));
    this.#options.onChange();
  }

  #key(name: string): string {
    return `scenarium:${this.#options.agent}:${name}`;
  }

  #call(method: string, path: string, body?: object): Promise<Response> {
    const { server = '' } = this.#options;
    return fetch(`${server}/api/v1/conversations/${this.conversation?.id}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}

import { createApi, toBody, type Api, type Session } from './api.ts';
import { Backoff, type BackoffOptions } from './backoff.ts';
import { browserStore } from './browser-store.ts';
import { ChatError, toChatError } from './chat-error.ts';
import { Connection } from './connection.ts';
import { Emitter } from './emitter.ts';
import { History } from './history.ts';
import { connectLive, type Live } from './live.ts';
import { newId } from './new-id.ts';
import { Outbox, type OutboxItem } from './outbox.ts';
import { Sender } from './sender.ts';
import { SessionKeeper } from './session-keeper.ts';
import type { Store } from './store.ts';
import { toChatMessage, toMessage } from './to-message.ts';
import type { Accepted, ChatMessage, ChatState, Conversation, Draft, Message, Problem } from './types.ts';

export interface ChatClientOptions {
  /** Id of the agent to talk to. */
  agent: string;
  /** Origin of the server, such as `https://chat.example.org`; the page's own where it is left out. */
  server?: string;
  /** Language wished for a new conversation (BCP 47), or several, the dearest first: the agent speaks the nearest it has. */
  locale?: string | readonly string[];
  /** Keeps the visitor token and what waits to be sent; `localStorage` where it is left out. */
  store?: Store;
  /** How long to wait between attempts. */
  backoff?: BackoffOptions;
  /** Send again when a message was not acknowledged for so many milliseconds; 10,000 where it is left out. */
  ackTimeoutMs?: number;
  /** How many messages may wait to be sent; 100 where it is left out. */
  queueLimit?: number;
}

/** What the server takes in one message. */
const MOST_CHARACTERS = 10_000;

export interface ChatEvents {
  state: ChatState;
  /** The dialogue, in order: what the server confirmed, then what is under way. */
  messages: readonly ChatMessage[];
  conversation: Conversation;
  /** Is the agent preparing an answer? */
  typing: boolean;
  /** What the agent is writing, as far as it is there; empty when it is there as a message, or will not come. */
  writing: string;
  /** The conversation cannot be opened, such as `agent_not_found`. The client goes on trying. */
  problem: Problem;
}

/**
 * One visitor's dialogue with one agent. What was said is kept until the server holds it, over reloads and lost connections; every
 * message is shown once and in order. Needs no page: it runs in browsers and in Node.js alike.
 *
 * @example
 * const chat = new ChatClient({ agent: 'support', server: 'https://chat.example.org' });
 * chat.on('messages', (messages) => render(messages));
 * chat.open();
 * chat.send('Where is my order?');
 */
export class ChatClient extends Emitter<ChatEvents> {
  readonly #options: ChatClientOptions;
  readonly #api: Api;
  readonly #outbox: Outbox;
  readonly #connection: Connection;
  readonly #sender: Sender;
  #conversation: Conversation | null = null;
  #history: History;
  #isTyping = false;
  #written = '';

  constructor(options: ChatClientOptions) {
    super();
    const { agent, server = '', locale, store = browserStore(), backoff, queueLimit = 100 } = options;
    this.#options = options;
    this.#api = createApi(server);
    this.#outbox = new Outbox(store, `scenarium:${agent}:out:`, queueLimit);
    this.#history = this.#createHistory();
    this.#connection = new Connection({
      keeper: new SessionKeeper({ api: this.#api, store, key: `scenarium:${agent}:token`, agent, locale }),
      backoff: new Backoff(backoff),
      connect: (session) => this.#connect(session),
      onState: (state) => this.#onState(state),
      onSession: (session) => this.#onSession(session),
      onFailure: ({ problem, isFinal }, session) => {
        // Where sockets are blocked, what was said is at least fetched from time to time.
        if (session) void this.#history.catchUp(session.conversation.lastSeq);
        else if (isFinal || problem.status === 404) this.emit('problem', problem);
      },
    });
    this.#sender = new Sender({
      outbox: this.#outbox,
      backoff: new Backoff(backoff),
      deliver: (item, tries) => this.#deliver(item, tries),
      onAccepted: (item, accepted) => this.#history.add([toMessage(item, accepted)]),
      onRefused: () => this.#tell(),
    });
  }

  get state(): ChatState {
    return this.#connection.state;
  }

  /** The conversation, once the server answered. */
  get conversation(): Conversation | null {
    return this.#conversation;
  }

  /** The dialogue as far back as it was loaded, in order: what the server confirmed, then what is under way. */
  get messages(): readonly ChatMessage[] {
    const confirmed = this.#history.messages.map((message) => ({ ...message, state: 'sent' as const }));
    return [...confirmed, ...this.#outbox.items.map(toChatMessage)];
  }

  /** Is the agent preparing an answer? */
  get isTyping(): boolean {
    return this.#isTyping;
  }

  /** Was anything said before the first of {@link messages}? */
  get hasEarlier(): boolean {
    return this.#history.hasEarlier;
  }

  /** Loads what was said before the first of {@link messages}, some of it. Throws {@link ChatError}. */
  loadEarlier(): Promise<void> {
    return this.#history.loadEarlier();
  }

  /** Connects, and stays connected until {@link close}. Called again it changes nothing. */
  open(): void {
    this.#connection.open();
  }

  /**
   * Says something: it is kept, and sent as soon as possible after what was said before. Returns the id of the message.
   * Throws {@link ChatError}: `message_empty`, `message_too_long`, or `queue_full` when too much waits to be sent.
   *
   * @example
   * chat.send('Hello');
   * chat.send({ option: button.id, text: button.label });
   */
  send(message: string | Draft): string {
    const draft = typeof message === 'string' ? { text: message } : message;
    if (!draft.text?.trim() && draft.option === undefined)
      throw new ChatError({ title: 'There is nothing to send', code: 'message_empty', status: 0 });
    if ((draft.text?.length ?? 0) > MOST_CHARACTERS)
      throw new ChatError({ title: 'The message is too long', code: 'message_too_long', status: 0 });
    const { id } = this.#outbox.add(draft);
    this.#tell();
    void this.#sender.flush();
    return id;
  }

  /** Sends a message that failed again: now, after what was sent meanwhile. */
  retry(id: string): void {
    this.#outbox.mark(id);
    this.#tell();
    void this.#sender.flush();
  }

  /** Gives up a message that the server does not hold. */
  discard(id: string): void {
    if (this.#outbox.remove(id)) this.#tell();
  }

  /** Switches the language of the dialogue. Throws {@link ChatError}; `not_connected` before the conversation is open. */
  async switchLocale(locale: string): Promise<void> {
    await this.#api.switchLocale(this.#session(), { id: newId(), locale });
    this.#change({ locale });
  }

  /** Leaves the conversation and begins a new one with the same agent. What was not sent is sent there. */
  restart(): void {
    this.#connection.renew();
  }

  /** Tries to connect and to send now instead of later: for when the network is back, or the page is looked at again. */
  wake(): void {
    this.#connection.wake();
    this.#sender.wake();
  }

  /** Disconnects for good. What was not sent stays in the store for the next client. */
  close(): void {
    this.#connection.close();
    this.#sender.stop();
    this.#history.stop();
  }

  async #connect({ token, conversation }: Session): Promise<Live> {
    const { server = '', ackTimeoutMs = 10_000 } = this.#options;
    const history = this.#history;
    await history.begin(conversation.lastSeq);
    return connectLive({
      server,
      token,
      after: history.cursor,
      ackTimeoutMs,
      onFrame: (frame) => history.take(frame),
      onResync: (to) => void history.catchUp(to),
      onTyping: (on) => this.#type(on),
      onWriting: (text) => this.#write(text),
      onStatus: (status) => this.#change({ status }),
    });
  }

  async #deliver(item: OutboxItem, tries: number): Promise<Accepted> {
    const session = this.#session();
    const { live } = this.#connection;
    try {
      // What got no answer over the socket goes over HTTP next: there even what is too large for a socket is answered.
      return await (live && tries % 2 === 0 ? live.send(toBody(item)) : this.#api.send(session, toBody(item)));
    } catch (error) {
      if (toChatError(error).isForgotten) this.#connection.renew(session);
      throw error;
    }
  }

  #onState(state: ChatState): void {
    if (state === 'online') {
      this.#sender.wake();
      void this.#sender.flush();
    } else this.#type(false);
    this.emit('state', state);
  }

  #onSession({ conversation }: Session): void {
    const isAnother = this.#conversation !== null && this.#conversation.id !== conversation.id;
    if (isAnother) {
      this.#history.stop();
      this.#history = this.#createHistory();
    }
    this.#conversation = conversation;
    this.emit('conversation', conversation);
    if (isAnother) this.#tell();
    void this.#sender.flush();
  }

  #createHistory(): History {
    return new History({
      backoff: new Backoff(this.#options.backoff),
      fetchPage: (range) => this.#api.messages(this.#session(), range),
      onMessages: (messages) => this.#onMessages(messages),
    });
  }

  #onMessages(messages: readonly Message[]): void {
    for (const { id, direction } of messages) if (direction === 'in') this.#outbox.remove(id);
    if (messages.some(({ direction }) => direction === 'out')) this.#write('');
    this.#tell();
  }

  #session(): Session {
    const { session } = this.#connection;
    if (!session) throw new ChatError({ title: 'The conversation is not open yet', code: 'not_connected', status: 0 });
    return session;
  }

  #change(part: Partial<Conversation>): void {
    if (!this.#conversation) return;
    this.#conversation = { ...this.#conversation, ...part };
    this.emit('conversation', this.#conversation);
  }

  #type(on: boolean): void {
    if (this.#isTyping === on) return;
    this.#isTyping = on;
    if (!on) this.#write('');
    this.emit('typing', on);
  }

  #write(text: string): void {
    if (this.#written === text) return;
    this.#written = text;
    this.emit('writing', text);
  }

  #tell(): void {
    this.emit('messages', this.messages);
  }
}

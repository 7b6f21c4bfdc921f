import type { Session } from './api.ts';
import type { Backoff } from './backoff.ts';
import { toChatError, type ChatError } from './chat-error.ts';
import type { Live } from './live.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { ChatState } from './types.ts';

export interface ConnectionOptions {
  keeper: SessionKeeper;
  /** Opens a socket for the session. */
  connect(session: Session): Promise<Live>;
  onState(state: ChatState): void;
  /** The conversation was opened, again or for the first time. */
  onSession(session: Session): void;
  /** Opening the conversation or its socket failed. */
  onFailure(error: ChatError, session: Session | null): void;
  backoff: Backoff;
}

/** Opens the conversation and its socket, and opens them again whenever they are lost. */
export class Connection {
  readonly #options: ConnectionOptions;
  #state: ChatState = 'connecting';
  #session: Session | null = null;
  #live: Live | null = null;
  #isOpened = false;
  /** A conversation not to go on with. */
  #abandoned: string | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get state(): ChatState {
    return this.#state;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** The socket while there is one. */
  get live(): Live | null {
    return this.#live;
  }

  open(): void {
    if (this.#isOpened) return;
    this.#isOpened = true;
    void this.#stayConnected();
  }

  /** Leaves the conversation and begins a new one, unless that has happened since `session` was the one. */
  renew(session = this.#session): void {
    if (session === null || session !== this.#session) return;
    this.#abandoned = session.conversation.id;
    this.#options.keeper.forget();
    this.#session = null;
    this.#hangUp('connecting');
  }

  wake(): void {
    this.#options.backoff.skip();
  }

  close(): void {
    this.#hangUp('closed');
  }

  async #stayConnected(): Promise<void> {
    const { onFailure, keeper, backoff } = this.#options;
    while (!this.#isClosed()) {
      const error = await this.#connect().then(() => null, toChatError);
      this.#live = null;
      if (this.#isClosed()) return;
      if (!error && !this.#session) continue;
      this.#change('offline');
      // The token is no longer good: the next attempt begins a conversation.
      if (error?.problem.status === 401) keeper.forget();
      if (error) onFailure(error, this.#session);
      await backoff.wait(error?.retryAfterMs);
    }
  }

  /** Resolves when the connection was there and is lost. */
  async #connect(): Promise<void> {
    const { keeper, connect, onSession, backoff } = this.#options;
    const session = await keeper.open();
    if (this.#isClosed()) return;
    if (session.conversation.id === this.#abandoned) {
      keeper.forget();
      return;
    }
    this.#session = session;
    onSession(session);
    const live = await connect(session);
    if (session !== this.#session || this.#isClosed()) return live.close();
    this.#live = live;
    backoff.reset();
    this.#change('online');
    await live.lost;
  }

  #hangUp(state: ChatState): void {
    this.#change(state);
    this.#live?.close();
    this.wake();
  }

  #change(state: ChatState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onState(state);
  }

  /** A method, because a state that changed during an `await` is invisible to the compiler. */
  #isClosed(): boolean {
    return this.#state === 'closed';
  }
}

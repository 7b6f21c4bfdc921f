import type { Api, Session } from './api.ts';
import { keep, type Store } from './store.ts';

export interface SessionKeeperOptions {
  api: Api;
  store: Store;
  /** Where the visitor token is kept. */
  key: string;
  agent: string;
  locale: string | readonly string[] | undefined;
}

/** Keeps the visitor token of one agent, by which a visitor comes back to the same conversation. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
  }

  /** Goes on with the conversation of the kept token, or begins one. */
  async open(): Promise<Session> {
    const { store, key } = this.#options;
    const token = store.getItem(key);
    const session = await this.#request(token);
    // Two tabs that began at once go on with one conversation: the one that was kept first.
    const others = store.getItem(key);
    if (token === null && others !== null) return this.#request(others);
    keep(store, key, session.token);
    return session;
  }

  forget(): void {
    this.#options.store.removeItem(this.#options.key);
  }

  #request(token: string | null): Promise<Session> {
    const { api, agent, locale } = this.#options;
    return api.open({ agent, ...(locale !== undefined && { locale }), ...(token !== null && { token }) });
  }
}

export interface Button {
  id: string;
  label: string;
  /** Opens this address; without it the press is sent as an answer. */
  url?: string;
}

export interface Attachment {
  url: string;
  type?: string;
  name?: string;
}

/** A message of a conversation. `seq` orders them; 'in' messages carry the id their sender gave them. */
export interface Message {
  id: string;
  seq: number;
  direction: 'in' | 'out';
  text: string;
  buttons?: Button[];
  attachments?: Attachment[];
  locale?: string;
  at: string;
}

/** Something this client sent that the server has not confirmed, or has refused (`problem`). */
export interface Outgoing {
  id: string;
  text?: string;
  option?: string;
  problem?: string;
}

export interface Conversation {
  id: string;
  agent: { id: string; name: string };
  locale: string;
  locales: string[];
}

/** Where the client keeps what must survive a reload: `localStorage` in a browser. */
export interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface ChatClientOptions {
  /** Id of the agent to talk to. */
  agent: string;
  /** Origin of the server; the page's own where it is left out. */
  server?: string;
  locale?: string;
  storage: Storage;
  /** Told of every change; read the client's properties then. */
  onChange(): void;
}

/** A choice under a message. */
export interface Button {
  id: string;
  label: string;
  /** Address to open. Without it the button is answered by sending `{ option: id, text: label }`. */
  url?: string;
}

export interface Attachment {
  url: string;
  /** Kind or media type, such as `image` or `image/png`. */
  type?: string;
  name?: string;
}

/** Where something that was said comes from: the passage as it stands in a document. */
export interface Citation {
  title: string;
  quote: string;
  section?: string;
  page?: number;
  url?: string;
}

export interface Sender {
  type: 'contact' | 'agent' | 'operator';
  name?: string;
}

/** A message as the server tells it. `seq` grows along the conversation, with gaps. */
export interface Message {
  /** Messages of direction `in` carry the id that their sender gave them. */
  id: string;
  seq: number;
  direction: 'in' | 'out';
  text: string;
  buttons?: Button[];
  attachments?: Attachment[];
  citations?: Citation[];
  locale?: string;
  /** ISO 8601 time. */
  at: string;
  sender: Sender;
}

/** A message as it is shown: one of the server's, or one of this visitor's that is still under way (`seq` is null). */
export interface ChatMessage extends Omit<Message, 'seq'> {
  seq: number | null;
  state: 'sending' | 'sent' | 'failed';
  /** Why it was not sent: the server refused it, or failed at it several times; present when `state` is `failed`. */
  problem?: Problem;
}

/** Problem details of RFC 9457. */
export interface Problem {
  title: string;
  detail?: string;
  /** Stable, in snake_case. */
  code: string;
  /** HTTP status; 0 when the server was not reached. */
  status: number;
}

export interface Conversation {
  id: string;
  agent: { id: string; name: string };
  locale: string;
  /** The languages that the agent speaks, the default first. */
  locales: string[];
  status: 'open' | 'closed';
}

/** `connecting` until the first answer, then `online` or `offline`; `closed` after {@link ChatClient.close}. */
export type ChatState = 'connecting' | 'online' | 'offline' | 'closed';

/** What a visitor says. `option` is the id of the pressed button and `text` its label. */
export interface Draft {
  text?: string;
  option?: string;
}

/** Messages that became visible after cursor `from`, up to and including `to`. */
export interface Frame {
  messages: Message[];
  from: number;
  to: number;
}

/** The server holds the message: it cannot be lost any more. */
export interface Accepted {
  id: string;
  seq: number;
  /** It was held already: this was a repetition. */
  duplicate: boolean;
}

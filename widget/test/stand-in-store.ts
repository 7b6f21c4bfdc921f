import type { Accepted, Conversation, Draft, Message } from '../src/client/types.ts';

export interface Held {
  id: string;
  token: string;
  agent: string;
  locale: string;
  status: Conversation['status'];
  messages: Message[];
  /** Grows with gaps, as the server's does. */
  seq: number;
}

/** What an agent answers to a message. */
export type Answer = Partial<Pick<Message, 'text' | 'buttons' | 'attachments' | 'sender' | 'at'>>;
type Watcher = (held: Held, messages: Message[], from: number) => void;

/** What the instances of the stand-in server share: its database. */
export class StandInStore {
  readonly held = new Map<string, Held>();
  /** The agent. */
  reply: (sent: Draft, held: Held) => Answer[] = ({ text }) => [{ text: `You said: ${text}` }];
  greet: (held: Held) => Answer[] = () => [];
  readonly #watchers = new Set<Watcher>();

  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  begin({ id, agent, locale }: { id: string; agent: string; locale: string[] | undefined }): Held {
    const held: Held = {
      ...{ id, agent, token: `token-of-${id}`, status: 'open', messages: [], seq: 1 },
      locale: locale?.[0]?.startsWith('ru') ? 'ru' : 'en',
    };
    this.held.set(id, held);
    this.say(held, this.greet(held));
    return held;
  }

  byToken(token: string): Held | undefined {
    return [...this.held.values()].find((held) => held.token === token);
  }

  /** Takes a message in, once, and answers it. */
  accept(held: Held, sent: Draft & { id: string }): Accepted {
    const known = held.messages.find(({ id }) => id === sent.id);
    if (known) return { id: sent.id, seq: known.seq, duplicate: true };
    const from = held.seq;
    const own = this.#append(held, { ...sent, direction: 'in' });
    this.#tell(held, [own], from);
    this.say(held, this.reply(sent, held));
    return { id: sent.id, seq: own.seq, duplicate: false };
  }

  /** The agent says something. */
  say(held: Held, answers: Answer[]): Message[] {
    const from = held.seq;
    const messages = answers.map((answer) => this.#append(held, { ...answer, direction: 'out' }));
    if (messages.length > 0) this.#tell(held, messages, from);
    return messages;
  }

  switch(held: Held, locale: string, id: string): Accepted {
    held.locale = locale;
    return { id, seq: (held.seq += 1), duplicate: false };
  }

  after({ messages }: Held, seq: number): Message[] {
    return messages.filter((message) => message.seq > seq);
  }

  page(held: Held, query: URLSearchParams): { messages: Message[]; lastSeq: number; more: boolean } {
    const limit = Number(query.get('limit'));
    const before = query.get('before');
    if (before !== null) return this.#before(held, Number(before), limit);
    const after = this.after(held, Number(query.get('after')));
    const messages = after.slice(0, limit);
    const more = after.length > limit;
    return { messages, more, lastSeq: more ? (messages.at(-1)?.seq ?? 0) : held.seq };
  }

  view({ id, agent, locale, status, seq }: Held): Conversation & { lastSeq: number } {
    return { id, agent: { id: agent, name: 'Mira' }, locale, locales: ['en', 'ru'], status, lastSeq: seq };
  }

  #before({ messages }: Held, before: number, limit: number) {
    const earlier = messages.filter(({ seq }) => seq < before);
    return { messages: earlier.slice(-limit), lastSeq: before - 1, more: earlier.length > limit };
  }

  #append(held: Held, part: Answer & { id?: string; direction: 'in' | 'out' }): Message {
    const seq = (held.seq += 3);
    const { id = `${held.id}.${seq}`, direction, text = '', buttons, attachments, at, sender } = part;
    const message: Message = {
      ...{ id, seq, direction, text, locale: held.locale, at: at ?? new Date().toISOString() },
      sender: sender ?? { type: direction === 'in' ? 'contact' : 'agent' },
      ...(buttons && { buttons }),
      ...(attachments && { attachments }),
    };
    held.messages.push(message);
    return message;
  }

  #tell(held: Held, messages: Message[], from: number): void {
    for (const watcher of this.#watchers) watcher(held, messages, from);
  }
}

import type { LocalisedText } from '@scenarium/language';
import type { InboundMessage } from './inbound-message.ts';
import type { ServiceContext } from './context.ts';
import type { OutboundMessage } from './outbound-message.ts';

/**
 * Declares a channel: a way in which end users reach agents by a service outside.
 *
 * @example
 * const bot = defineChannel({
 *   id: 'bot',
 *   title: { en: 'Bot', ru: 'Бот' },
 *   shows: { buttons: true, attachments: true, typing: false, locale: true },
 *   modes: ['webhook', 'poll'],
 * });
 */
export function defineChannel<const Id extends string>(
  channel: ChannelDefinition & { id: Id },
): ChannelDefinition & { id: Id } {
  return channel;
}

export interface ChannelDefinition {
  /** Small letters, digits, `-`. */
  id: string;
  title: LocalisedText;
  /** What of a message the service can show. */
  shows: ChannelAbilities;
  /** How messages come in: the service calls us, or we ask it. The first is the usual one. */
  modes: readonly ChannelMode[];
}

/** `webhook`: the service calls the address of the channel · `poll`: the service is asked again and again. */
export type ChannelMode = 'webhook' | 'poll';

/**
 * What a service can show. The server fits every message to it: buttons become numbered lines, attachments their addresses, and a
 * number that is sent back the button. Texts are plain: `send` escapes what its service would read as markup. `locale`: the service says the language of the end user.
 */
export interface ChannelAbilities {
  buttons: boolean;
  attachments: boolean;
  typing: boolean;
  locale: boolean;
  /** The most characters of one message; a longer text is sent in several. */
  maxText?: number;
}

/**
 * What a channel does. `receive` belongs to the mode `webhook`, `poll` to `poll`; `send` to both.
 *
 * @example
 * const bot: ChannelHandlers<{ token: string }> = {
 *   async receive({ json }) {
 *     const { id, from, text } = Update.parse(json);
 *     return { messages: [{ kind: 'message', externalId: id, conversation: from, contact: { id: from }, text }] };
 *   },
 *   async send({ id, to, text }, { config, http }) {
 *     await http.request({ method: 'POST', url: `https://bot.example.com/${config.token}`, body: { id, to, text } });
 *     return {};
 *   },
 * };
 */
export interface ChannelHandlers<C> {
  /**
   * Reads what the service sent to the channel's address, after it has checked the signature with its config.
   * @throws ActionError `channel_unauthorised` for a signature that is missing, wrong or too old: nothing is kept, the answer is 401
   */
  receive?: (request: ChannelRequest, context: ChannelContext<C>) => Promise<Received>;
  /**
   * Asks the service for what came after `cursor` (null at first), and may wait for it up to half a minute. The answer is durable
   * before the next cursor is kept, so the same messages may be asked for again.
   */
  poll?: (cursor: string | null, context: ChannelContext<C>) => Promise<Polled>;
  /**
   * Hands a message to the service. One that may have arrived before comes again with its `id`: pass it on where the service knows
   * idempotency keys.
   * @throws ActionError `message_refused` when it will never be taken: the next message goes on. Everything else is tried again,
   * after `retryAfterMs` where it says so
   */
  send: (message: OutboundMessage, context: ChannelContext<C>) => Promise<Sent>;
  /** Shows the end user for a moment that an answer is being made. Needs `shows.typing`. */
  typing?: (to: string, context: ChannelContext<C>) => Promise<void>;
  /** Tells the service the address of the channel: it is new, or changed. May happen again. */
  setUp?: (address: ChannelAddress, context: ChannelContext<C>) => Promise<void>;
  /** Takes back what `setUp` did: the channel is removed or switched off. */
  tearDown?: (address: Pick<ChannelAddress, 'channel'>, context: ChannelContext<C>) => Promise<void>;
}

export type ChannelContext<C> = ServiceContext & { config: C };

/** A request to the address of a channel. Names of headers are in small letters. */
export interface ChannelRequest {
  method: 'GET' | 'POST';
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  /** As it came, byte by byte: signatures are over this. */
  body: Uint8Array;
  /** The body read as JSON; undefined when it is none. */
  json: unknown;
}

/** What came in; `answer`: what the service hears when it wants more than “200 OK”. */
export interface Received {
  messages: InboundMessage[];
  answer?: { status?: number; headers?: Readonly<Record<string, string>>; body?: string };
}

export interface Polled {
  messages: InboundMessage[];
  cursor: string | null;
}

/** What the service made of a message. */
export interface Sent {
  /** Its name there. */
  externalId?: string;
}

/** Where the service reaches a channel. */
export interface ChannelAddress {
  /** Id of the channel. */
  channel: string;
  url: string;
}

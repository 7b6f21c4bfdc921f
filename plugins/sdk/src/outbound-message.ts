/**
 * What an agent says, to be handed to the service of a channel.
 *
 * @example await server.channels.bot?.send({ id: 'c1.20001', to: 'chat-7', text: 'Hello', locale: 'en' }, context);
 */
export interface OutboundMessage {
  /** The same for every attempt at the same message. */
  id: string;
  /** `conversation` of the messages that came in. */
  to: string;
  text: string;
  locale: string;
  /** What the end user may choose; with `url` it opens that. */
  buttons?: { id: string; label: string; url?: string }[];
  attachments?: { url: string; type: string; name?: string }[];
}

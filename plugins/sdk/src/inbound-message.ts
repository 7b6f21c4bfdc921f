/**
 * Something an end user did, in the words of every channel: said something, or began with a command.
 *
 * @example
 * const message: InboundMessage = {
 *   kind: 'message',
 *   externalId: '815',
 *   conversation: 'chat-7',
 *   contact: { id: 'user-3', name: 'Ann', locale: 'en' },
 *   text: 'Where is my order?',
 * };
 */
export type InboundMessage = InboundBase &
  (
    | {
        kind: 'message';
        text: string;
        /** Id of the button that was pressed. */
        option?: string;
        attachments?: InboundAttachment[];
      }
    | {
        kind: 'command';
        /** Without the slash: `start`. Starts the scenario's trigger of that name. */
        command: string;
        /** What follows the command. */
        arguments?: string;
      }
  );

interface InboundBase {
  /** The service's name for it, unique in the channel and the same on every delivery. */
  externalId: string;
  /** What makes it the same conversation: a chat, a thread. Answers go there. */
  conversation: string;
  contact: ChannelContact;
}

/** Who it was. */
export interface ChannelContact {
  /** Unique at the service. */
  id: string;
  name?: string;
  /** Language tag such as `ru`, where the service says it. */
  locale?: string;
}

export interface InboundAttachment {
  url: string;
  /** `image`, `file` and the like. */
  type?: string;
  name?: string;
}

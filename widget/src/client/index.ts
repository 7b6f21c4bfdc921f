// The door of the client library.
export { ChatClient, type ChatClientOptions, type ChatEvents } from './chat-client.ts';
export { ChatError } from './chat-error.ts';
export { createMemoryStore, type Store } from './store.ts';
export type { BackoffOptions } from './backoff.ts';
export type {
  Attachment,
  Button,
  ChatMessage,
  ChatState,
  Conversation,
  Draft,
  Message,
  Problem,
  Sender,
} from './types.ts';

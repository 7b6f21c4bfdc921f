import { io } from 'socket.io-client';
import { ChatError, toChatError } from './chat-error.ts';
import type { toBody } from './api.ts';
import type { Accepted, Conversation, Frame, Problem } from './types.ts';

/** An open socket to the server. */
export interface Live {
  /** Sends a message; resolves when the server holds it. Throws {@link ChatError}; `network_error` when no answer came. */
  send(body: ReturnType<typeof toBody>): Promise<Accepted>;
  /** Resolves when the connection is lost. */
  lost: Promise<void>;
  close(): void;
}

export interface LiveOptions {
  /** Origin of the server; empty for the page's own. */
  server: string;
  token: string;
  /** The cursor: what comes after it is wanted. */
  after: number;
  ackTimeoutMs: number;
  onFrame(frame: Frame): void;
  /** The server does not tell everything: what is missing up to `to` has to be read. */
  onResync(to: number): void;
  onTyping(on: boolean): void;
  /** What the agent is writing, as far as it is there; nothing when it was given up. */
  onWriting(text: string): void;
  onStatus(status: Conversation['status']): void;
}

type Answer = ({ ok: true } & Accepted) | { ok: false; problem: Problem };

/** Opens a socket. It does not reconnect by itself: the client decides when, and with which cursor. */
export function connectLive(options: LiveOptions): Promise<Live> {
  const { server, token, after, ackTimeoutMs, onFrame, onResync, onTyping, onWriting, onStatus } = options;
  const socket = io(`${server}/chat`, {
    auth: { token, after },
    // A web socket stays with one instance of the server; polling would need a balancer that keeps visitors apart.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnection: false,
    forceNew: true,
    timeout: 10_000,
  });
  const lost = new Promise<void>((resolve) => socket.on('disconnect', () => resolve()));

  async function send(body: ReturnType<typeof toBody>): Promise<Accepted> {
    const answer = (await socket
      .timeout(ackTimeoutMs)
      .emitWithAck('message', body)
      .catch((error: unknown) => {
        throw toChatError(error);
      })) as Answer;
    if (!answer.ok) throw new ChatError(answer.problem);
    return answer;
  }

  socket.on('messages', onFrame);
  socket.on('resync', ({ to }: { to: number }) => onResync(to));
  socket.on('typing', ({ on }: { on: boolean }) => onTyping(on));
  socket.on('writing', ({ text }: { text: string }) => onWriting(text));
  socket.on('status', ({ status }: { status: Conversation['status'] }) => onStatus(status));
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve({ send, lost, close: () => void socket.disconnect() }));
    socket.on('connect_error', ({ message }) => {
      socket.disconnect();
      const isForgotten = message === 'unauthenticated';
      reject(
        new ChatError({ title: message, code: isForgotten ? message : 'network_error', status: isForgotten ? 401 : 0 }),
      );
    });
  });
}

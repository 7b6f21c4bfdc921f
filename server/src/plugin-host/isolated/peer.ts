import { ActionError } from '@scenarium/sdk';
import type { Duplex } from 'node:stream';
import { createFrames, type FramesOptions } from './frames.ts';

/** One side of a conversation between the host and the process of a plugin: both call each other. */
export interface Peer {
  /**
   * Calls the other side.
   * @throws ActionError with the code the other side failed with; whatever `signal` was aborted with
   */
  call(method: string, params: unknown, options?: CallOptions): Promise<unknown>;
  /** Everything that waits for the other side fails. */
  close(reason: Error): void;
}

export interface CallOptions {
  /** Gives the call up, and tells the other side. */
  signal?: AbortSignal;
  /** Hears what the other side tells while it works. */
  told?: (value: unknown) => void;
}

/** What the other side may call. `tell` resolves when the caller keeps up. */
export type Methods = Readonly<Record<string, (params: never, call: Incoming) => Promise<unknown>>>;

export interface Incoming {
  signal: AbortSignal;
  tell(value: unknown): Promise<void>;
}

type Message =
  | { kind: 'call'; id: number; method: string; params: unknown }
  | { kind: 'told'; id: number; value: unknown }
  | { kind: 'done'; id: number; result: unknown }
  | { kind: 'failed'; id: number; error: Failure }
  | { kind: 'given-up'; id: number };

interface Failure {
  code?: string;
  message: string;
  retryable?: boolean;
  retryAfterMs?: number;
}

interface Outgoing {
  resolve(result: unknown): void;
  reject(error: Error): void;
  told?: ((value: unknown) => void) | undefined;
}

/** @example const peer = createPeer(socket, { methods: { add: async ({ a, b }) => a + b }, broken: () => child.kill() }); */
export function createPeer(
  stream: Duplex,
  { methods, ...rules }: { methods: Methods } & Omit<FramesOptions, 'heard'>,
): Peer {
  const outgoing = new Map<number, Outgoing>();
  const incoming = new Map<number, AbortController>();
  let last = 0;
  let closed: Error | undefined;
  const frames = createFrames(stream, {
    ...rules,
    heard(value) {
      const message = Object(value) as Message;
      if (message.kind === 'call') void answer(message);
      else if (message.kind === 'given-up') incoming.get(message.id)?.abort(new ActionError('aborted', 'given up'));
      else settle(message);
    },
  });

  async function answer({ id, method, params }: Extract<Message, { kind: 'call' }>): Promise<void> {
    const controller = new AbortController();
    incoming.set(id, controller);
    try {
      const handler = Object.hasOwn(methods, String(method)) ? methods[method] : undefined;
      if (!handler) throw new ActionError('method_unknown', `there is nothing called “${String(method)}”`);
      const tell = (value: unknown): Promise<void> => frames.send({ kind: 'told', id, value });
      const result = await handler(params as never, { signal: controller.signal, tell });
      await frames.send({ kind: 'done', id, result });
    } catch (error) {
      await frames.send({ kind: 'failed', id, error: toFailure(error) });
    } finally {
      incoming.delete(id);
    }
  }

  function settle(message: Exclude<Message, { kind: 'call' | 'given-up' }>): void {
    const waiting = outgoing.get(message.id);
    if (message.kind === 'told') return waiting?.told?.(message.value);
    outgoing.delete(message.id);
    if (message.kind === 'done') waiting?.resolve(message.result);
    else waiting?.reject(toError(message.error));
  }

  return {
    call(method, params, { signal, told } = {}) {
      return new Promise((resolve, reject) => {
        if (closed ?? signal?.aborted) return reject(closed ?? (signal?.reason as Error));
        last += 1;
        const id = last;
        const giveUp = (): void => {
          if (!outgoing.delete(id)) return;
          void frames.send({ kind: 'given-up', id });
          reject(signal?.reason as Error);
        };
        const over = <T>(then: (value: T) => void) => {
          return (value: T): void => {
            signal?.removeEventListener('abort', giveUp);
            then(value);
          };
        };
        outgoing.set(id, { resolve: over(resolve), reject: over(reject), told });
        signal?.addEventListener('abort', giveUp, { once: true });
        void frames.send({ kind: 'call', id, method, params });
      });
    },
    close(reason) {
      closed = reason;
      for (const { reject } of outgoing.values()) reject(reason);
      outgoing.clear();
      for (const controller of incoming.values()) controller.abort(reason);
    },
  };
}

function toFailure(error: unknown): Failure {
  const { code, message, retryable, retryAfterMs } = Object(error) as Partial<Failure>;
  return {
    ...(typeof code === 'string' && { code }),
    message: String(message ?? error).slice(0, LONGEST_MESSAGE),
    ...(retryable === true && { retryable }),
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
  };
}

function toError(failure: unknown): Error {
  const { code, message, retryable, retryAfterMs } = Object(failure) as Partial<Failure>;
  const text = String(message).slice(0, LONGEST_MESSAGE);
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_]{0,60}$/.test(code)) return new Error(text);
  return new ActionError(code, text, {
    retryable: retryable === true,
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
  });
}

const LONGEST_MESSAGE = 2_000;

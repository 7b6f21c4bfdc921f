import { extname } from 'node:path';
import { ActionError } from '@scenarium/sdk';
import { createInbox } from './inbox.ts';
import type { Order, Question, Reply } from './model-process/protocol.ts';
import type { StartProcess } from './start-process.ts';

/** A process of a model. */
export interface RunningModel {
  /** Asks it; questions wait for each other. Ends with `done`, throws what failed or the reason of the signal. */
  ask(question: Question, signal: AbortSignal): AsyncGenerator<Reply>;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
  /** Resolves when the process is gone, whoever ended it. */
  readonly gone: Promise<void>;
}

/** A process that does not stop answering when told so is ended after this. Milliseconds. */
const OBEY_MS = 10_000;
const MODULE = new URL(`./model-process/main${extname(import.meta.url)}`, import.meta.url);

/** Starts a process for a model. It does not keep the program alive while nobody asks it anything. */
export function createRunningModel(start: StartProcess): RunningModel {
  const child = start(MODULE);
  const inboxes = new Map<number, (reply: Reply) => void>();
  const ended = Promise.withResolvers<void>();
  let how: string | undefined;
  let tail: Promise<void> = Promise.resolve();
  let last = 0;
  child.on('message', (message) => inboxes.get((message as Reply).id)?.(message as Reply));
  child.on('exit', (code, signal) => end(`${signal ?? `exit code ${code}`}`));
  child.on('error', (error) => end(error.message));
  hold(false);

  function end(reason: string): void {
    how ??= reason;
    for (const [id, put] of inboxes) put(crashed(id, how));
    ended.resolve();
  }

  function hold(isHeld: boolean): void {
    const change = isHeld ? 'ref' : 'unref';
    child[change]();
    child.channel?.[change]();
  }

  function send(order: Order): void {
    if (how === undefined) child.send(order);
  }

  async function* ask(question: Question, signal: AbortSignal): AsyncGenerator<Reply> {
    const before = tail;
    const isOver = Promise.withResolvers<void>();
    tail = before.then(() => isOver.promise);
    const id = (last += 1);
    const { put, take } = createInbox<Reply | { kind: 'aborted' }>();
    const abort = (): void => put({ kind: 'aborted' });
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    let isAsked = false;
    let isAnswered = false;
    const over = (): void => {
      isAnswered = true;
      inboxes.delete(id);
      if (inboxes.size === 0) hold(false);
      isOver.resolve();
    };
    void before.then(() => {
      if (isAnswered) return;
      if (how !== undefined) return put(crashed(id, how));
      isAsked = true;
      hold(true);
      inboxes.set(id, (reply) => {
        if (reply.kind === 'done' || reply.kind === 'failed') over();
        put(reply);
      });
      send({ id, ...question });
    });
    try {
      for (;;) {
        const reply = await take();
        if (reply.kind === 'aborted') throw signal.reason;
        if (reply.kind === 'failed')
          throw new ActionError(reply.code, reply.message, { retryable: reply.code === 'model_crashed' });
        yield reply;
        if (reply.kind === 'done') return;
      }
    } finally {
      signal.removeEventListener('abort', abort);
      if (!isAsked) over();
      else if (!isAnswered) giveUp(id, isOver.promise);
    }
  }

  function giveUp(id: number, isOver: Promise<void>): void {
    send({ id, kind: 'abort' });
    const force = setTimeout(() => child.kill('SIGKILL'), OBEY_MS);
    void isOver.then(() => clearTimeout(force));
  }

  return {
    ask,
    gone: ended.promise,
    async stop() {
      if (how === undefined) child.kill('SIGKILL');
      await ended.promise;
    },
  };
}

function crashed(id: number, how: string): Reply {
  return { id, kind: 'failed', code: 'model_crashed', message: `the process of the model died (${how})` };
}

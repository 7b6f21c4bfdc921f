import { basename } from 'node:path';
import { ActionError } from '@scenarium/sdk';
import type { ModelWanted, Question, Reply } from './model-process/protocol.ts';
import { createRunningModel, type RunningModel } from './running-model.ts';
import type { StartProcess } from './start-process.ts';

/** Models in memory: each loaded once, the least used make room for others, idle ones are unloaded. */
export interface ModelPool {
  /** Loads a model unless it is loaded; so that the first answer does not have to wait for that. */
  load(wanted: ModelWanted, signal: AbortSignal): Promise<void>;
  ask(wanted: ModelWanted, question: Question, signal: AbortSignal): AsyncGenerator<Reply>;
  /** Can these be read, and would each of them fit? Loads nothing. */
  inspect(models: readonly ModelWanted[], signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export interface ModelPoolOptions {
  startProcess: StartProcess;
  /** Models in memory at once. */
  size?: number;
  /** Milliseconds after its last call until a model is unloaded. */
  idleMs?: number;
}

interface Slot {
  ready: Promise<RunningModel>;
  running?: RunningModel;
  users: number;
  idle?: NodeJS.Timeout;
}

/** One for chats and one for vectors. */
const SIZE = 2;
const IDLE_MS = 10 * 60_000;
const LONGEST_LOAD_MS = 10 * 60_000;

export function createModelPool({ startProcess, size = SIZE, idleMs = IDLE_MS }: ModelPoolOptions): ModelPool {
  /** The least recently used first. */
  const slots = new Map<string, Slot>();
  let loading: Promise<unknown> = Promise.resolve();
  let freed = Promise.withResolvers<void>();

  function slotOf(wanted: ModelWanted): [string, Slot] {
    const key = JSON.stringify([wanted.file, wanted.purpose, wanted.contextTokens, wanted.threads]);
    const known = slots.get(key);
    slots.delete(key);
    const slot: Slot = known ?? { users: 0, ready: Promise.reject(new Error('not yet')) };
    slots.set(key, slot);
    if (!known) {
      slot.ready.catch(() => undefined);
      slot.ready = loading.then(() => start(key, slot, wanted));
      loading = slot.ready.catch(() => forget(key, slot));
    }
    return [key, slot];
  }

  async function start(key: string, slot: Slot, wanted: ModelWanted): Promise<RunningModel> {
    await makeRoom();
    const running = createRunningModel(startProcess);
    slot.running = running;
    void running.gone.then(() => forget(key, slot));
    try {
      await drain(running.ask({ kind: 'open', ...wanted }, AbortSignal.timeout(LONGEST_LOAD_MS)));
      return running;
    } catch (error) {
      await running.stop();
      throw notLoaded(error, wanted);
    }
  }

  async function makeRoom(): Promise<void> {
    for (;;) {
      const loaded = [...slots].filter(([, { running }]) => running);
      if (loaded.length < size) return;
      const [key, slot] = loaded.find(([, { users }]) => users === 0) ?? [];
      if (key !== undefined && slot) await unload(key, slot);
      else await freed.promise;
    }
  }

  async function unload(key: string, slot: Slot): Promise<void> {
    forget(key, slot);
    await slot.running?.stop();
  }

  function forget(key: string, slot: Slot): void {
    clearTimeout(slot.idle);
    if (slots.get(key) === slot) slots.delete(key);
  }

  async function use(wanted: ModelWanted, signal: AbortSignal): Promise<{ running: RunningModel; done(): void }> {
    const [key, slot] = slotOf(wanted);
    slot.users += 1;
    clearTimeout(slot.idle);
    const done = (): void => {
      slot.users -= 1;
      if (slot.users > 0) return;
      freed.resolve();
      freed = Promise.withResolvers();
      slot.idle = setTimeout(() => void unload(key, slot), idleMs).unref();
    };
    try {
      return { running: await unlessAborted(slot.ready, signal), done };
    } catch (error) {
      done();
      throw error;
    }
  }

  return {
    async load(wanted, signal) {
      (await use(wanted, signal)).done();
    },
    async *ask(wanted, question, signal) {
      const { running, done } = await use(wanted, signal);
      try {
        yield* running.ask(question, signal);
      } finally {
        done();
      }
    },
    async inspect(models, signal) {
      const running = createRunningModel(startProcess);
      try {
        for (const wanted of models)
          await drain(running.ask({ kind: 'inspect', ...wanted }, signal)).catch((error: unknown) => {
            throw notLoaded(error, wanted);
          });
      } finally {
        await running.stop();
      }
    },
    async stop() {
      await Promise.all([...slots].map(([key, slot]) => unload(key, slot)));
    },
  };
}

/** To load what kills its process would kill it again. */
function notLoaded(error: unknown, { file }: ModelWanted): unknown {
  if (!(error instanceof ActionError) || error.code !== 'model_crashed') return error;
  return new ActionError(
    'model_file_broken',
    `${error.message} while it loaded “${basename(file)}”: the file is broken or memory ran out`,
  );
}

async function drain(replies: AsyncGenerator<Reply>): Promise<void> {
  for await (const _ of replies);
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

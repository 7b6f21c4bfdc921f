// The process of one model: llama.cpp is native code, and a file that makes it crash ends this process alone. It lives as long as
// its parent and holds one model at most.
import { answer } from './answer.ts';
import { embed } from './embed.ts';
import { inspectFile } from './inspect-file.ts';
import { loadLlama, type LoadedLlama } from './load-llama.ts';
import { openModel, type OpenModel } from './open-model.ts';
import { ProcessError } from './process-error.ts';
import type { Order, Question, Reply } from './protocol.ts';

/** Milliseconds between signs of life while a prompt is read. */
const ALIVE_MS = 5_000;
const running = new Map<number, AbortController>();
let open: OpenModel | undefined;
let llama: Promise<LoadedLlama> | undefined;

process.on('message', (order: Order) => {
  if (order.kind === 'abort') running.get(order.id)?.abort();
  else void carryOut(order);
});
process.on('disconnect', () => process.exit(0));

async function carryOut({ id, ...question }: { id: number } & Question): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const alive = setInterval(() => tell({ id, kind: 'alive' }), ALIVE_MS);
  try {
    const onText = (text: string): void => tell({ id, kind: 'text', text });
    tell({ id, kind: 'done', result: await resultOf(question, { signal: controller.signal, onText }) });
  } catch (error) {
    const code = error instanceof ProcessError ? error.code : 'model_failed';
    tell({ id, kind: 'failed', code, message: String((error as Error).message).slice(0, 1_000) });
  } finally {
    clearInterval(alive);
    running.delete(id);
  }
}

async function resultOf(
  question: Question,
  watching: { signal: AbortSignal; onText(text: string): void },
): Promise<unknown> {
  switch (question.kind) {
    case 'inspect':
      return inspectFile(await (llama ??= loadLlama(question.threads)), question);
    case 'open':
      open = await openModel(await (llama ??= loadLlama(question.threads)), question);
      return null;
    case 'answer':
      return answer(opened(), question, watching);
    case 'embed':
      return embed(opened(), question.texts, watching.signal);
  }
}

function opened(): OpenModel {
  if (!open) throw new ProcessError('model_failed', 'no model is open');
  return open;
}

function tell(reply: Reply): void {
  if (process.connected) process.send?.(reply);
}

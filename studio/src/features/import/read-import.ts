import type { ScenarioImport } from '@scenarium/language';

/** The text of a file, and its name unless the text was pasted. */
export interface ChosenFile {
  text: string;
  name?: string | undefined;
}

/** What a file becomes, read in a worker of its own; `stop` gives it up. */
export function readImport(file: ChosenFile): { result: Promise<ScenarioImport>; stop(): void } {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<ScenarioImport>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ScenarioImport>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  }).finally(() => worker.terminate());
  worker.postMessage(file);
  return { result, stop: () => worker.terminate() };
}

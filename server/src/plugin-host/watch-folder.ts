import { watch } from 'node:fs';

/** An editor saves in several steps. Milliseconds. */
const SETTLED_MS = 150;

/** Does something after files of a folder changed, one change after another. @returns ends the watch */
export function watchFolder(folder: string, changed: () => Promise<void>, { deep = true } = {}): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  const watcher = watch(folder, { recursive: deep }, (_, file) => {
    if (file?.includes('node_modules')) return;
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(changed)), SETTLED_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

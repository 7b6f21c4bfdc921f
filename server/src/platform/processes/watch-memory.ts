import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const EVERY_MS = 100;
const PAGE = 4_096;

/**
 * Watches the resident memory of a process, what lies outside of the JavaScript heap included. Where the system does not tell (it has no
 * `/proc`), nothing is watched.
 *
 * @param most bytes
 * @returns ends the watch
 * @example const forget = watchMemory(child, 256e6, () => child.kill('SIGKILL'));
 */
export function watchMemory({ pid }: ChildProcess, most: number, exceeded: () => void): () => void {
  if (process.platform !== 'linux' || pid === undefined) return () => undefined;
  const timer = setInterval(() => {
    readFile(`/proc/${pid}/statm`, 'utf8').then(
      (text) => {
        if (Number(text.split(' ')[1]) * PAGE > most) exceeded();
      },
      () => clearInterval(timer),
    );
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

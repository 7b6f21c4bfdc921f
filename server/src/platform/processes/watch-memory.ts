import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Looks at what a process holds until it is told to stop. */
export interface MemoryWatch {
  /** The most that was seen, in megabytes. */
  peak(): number;
  stop(): void;
}

const LINUX_MS = 25;
/** `ps` is a process of its own. */
const ELSEWHERE_MS = 250;

/**
 * Calls `exceeded` once, as soon as a process holds more memory than allowed. All that is resident counts: a limit of V8 is one of its
 * heap only, and buffers lie beside it. It is looked at from outside, since a process in a loop cannot look at itself. Windows is not
 * watched.
 *
 * @example const watch = watchMemory(child.pid, 768, (megabytes) => child.kill('SIGKILL'));
 */
export function watchMemory(pid: number, megabytes: number, exceeded: (megabytes: number) => void): MemoryWatch {
  let peak = 0;
  let isOver = process.platform === 'win32';
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const held = await residentOf(pid).catch(() => 0);
    if (isOver) return;
    peak = Math.max(peak, held);
    if (held > megabytes) {
      isOver = true;
      exceeded(Math.round(held));
    } else timer = setTimeout(look, process.platform === 'linux' ? LINUX_MS : ELSEWHERE_MS).unref();
  }

  if (!isOver) void look();
  return {
    peak: () => peak,
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/** Megabytes. Both sources count in KiB. */
async function residentOf(pid: number): Promise<number> {
  const kibibytes =
    process.platform === 'linux'
      ? /^VmRSS:\s*(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
      : await new Promise<string>((resolve, reject) =>
          execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, out) => (error ? reject(error) : resolve(out))),
        );
  return (Number(kibibytes) * 1_024) / 1e6;
}

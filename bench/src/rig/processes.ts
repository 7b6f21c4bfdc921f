import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface StartedProcess {
  child: ChildProcess;
  port: number;
  url: string;
}

/** Starts a TypeScript program of the project as a process of its own and waits until it answers at `/health`. */
export async function startProcess(
  file: string,
  port: number,
  env: Record<string, string>,
  flags: string[] = [],
): Promise<StartedProcess> {
  const path = fileURLToPath(new URL(`../../../${file}`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=scenarium-source', ...flags, path], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: String(port),
      HOST: '127.0.0.1',
      ...env,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${file} ended with ${child.signalCode ?? child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return { child, port, url };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`${file} did not answer`);
}

/** Ends a process and waits until it is gone. */
export async function endProcess({ child }: Pick<StartedProcess, 'child'>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}

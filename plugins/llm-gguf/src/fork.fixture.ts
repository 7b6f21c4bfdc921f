import { fork, type ChildProcess } from 'node:child_process';
import type { StartProcess } from './start-process.ts';

/** Starts processes as the server does, and keeps them for tests to look at. */
export function forking(execArgv: string[] = []): { startProcess: StartProcess; started: ChildProcess[] } {
  const started: ChildProcess[] = [];
  return {
    started,
    startProcess(module) {
      const child = fork(module, { execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} });
      started.push(child);
      return child;
    },
  };
}

import { fork, type ChildProcess } from 'node:child_process';

/** What a process is told of ours: where programs and libraries are. No setting and no secret. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

/**
 * Starts a module as a process of its own, with a channel for messages. What it prints goes nowhere; what it should tell comes as
 * messages.
 *
 * @example startProcess(new URL('./model-process/main.js', import.meta.url)).send({ kind: 'open' });
 */
export function startProcess(module: URL): ChildProcess {
  return fork(module, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Options of ours, such as a debugger's port, are not for it.
    execArgv: [],
    env: Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
  });
}

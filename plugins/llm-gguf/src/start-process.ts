/**
 * Starts a module of ours as a process of its own with a channel for messages, whose standard output goes nowhere: `fork` of Node.js
 * does. The server gives it, as plugins start no processes themselves.
 */
export type StartProcess = (module: URL) => ModelProcess;

/** What is used of a `ChildProcess`. */
export interface ModelProcess {
  send(message: object): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number | null, signal: string | null) => void): unknown;
  kill(signal: 'SIGKILL'): unknown;
  ref(): void;
  unref(): void;
  readonly channel?: { ref(): void; unref(): void } | null | undefined;
}

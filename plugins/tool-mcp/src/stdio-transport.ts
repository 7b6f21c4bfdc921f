import { StdioClientTransport, getDefaultEnvironment } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ActionError } from '@scenarium/sdk';
import { LARGEST } from './limited-fetch.ts';

/** The programs that the installation allows, by the names that connections use. */
export type StdioServers = Readonly<Record<string, StdioServer>>;

export interface StdioServer {
  command: string;
  args: readonly string[];
  /** The whole environment of the program. */
  env: Readonly<Record<string, string>>;
}

/**
 * Starts a program that the installation allows. Connections choose by name: neither command nor arguments nor environment come from them.
 *
 * @throws ActionError `mcp_stdio_refused`
 */
export function stdioTransport(
  name: string,
  servers: StdioServers,
  fail: (error: unknown) => void,
): StdioClientTransport {
  const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (!server)
    throw new ActionError(
      'mcp_stdio_refused',
      `this installation does not allow the program “${name}”: its administrator can add it to MCP_STDIO_SERVERS`,
    );
  const transport = new CountedProcess({
    command: server.command,
    args: [...server.args],
    env: { ...NOT_INHERITED, ...server.env },
    stderr: 'ignore',
    maxBufferSize: LARGEST,
  });
  let strayLines = 0;
  transport.onerror = (error) => {
    // Many programs greet on their output before they speak the protocol.
    strayLines += 1;
    if (strayLines > MOST_STRAY_LINES || !isStrayLine(error)) fail(error);
  };
  return transport;
}

const MOST_PROCESSES = 16;
const MOST_STRAY_LINES = 20;

/** The library hands on some of the server's own variables unless they are named here. */
const NOT_INHERITED = Object.fromEntries(
  Object.keys(getDefaultEnvironment()).map((name) => [name, undefined]),
) as unknown as Record<string, string>;

/** Programs that run, with their ids. */
const running = new Map<CountedProcess, number | null>();

process.once('exit', () => {
  for (const pid of running.values()) if (pid !== null) kill(pid);
});

/** Runs beside few others, and does not outlive the server. */
class CountedProcess extends StdioClientTransport {
  #closed: Promise<void> | undefined;

  override async start(): Promise<void> {
    if (running.size >= MOST_PROCESSES)
      throw new ActionError('mcp_busy', `${MOST_PROCESSES} programs run already: try again later`, {
        retryable: true,
        retryAfterMs: 1_000,
      });
    running.set(this, null);
    const { onclose } = this;
    this.onclose = () => {
      running.delete(this);
      onclose?.();
    };
    try {
      await super.start();
      running.set(this, this.pid);
    } catch (error) {
      running.delete(this);
      throw error;
    }
  }

  override close(): Promise<void> {
    this.#closed ??= super.close().finally(() => running.delete(this));
    return this.#closed;
  }
}

function isStrayLine(error: Error): boolean {
  return error instanceof SyntaxError || error.name === 'ZodError';
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

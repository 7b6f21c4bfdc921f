import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import openRolling from 'pino-roll';

/** One stream per kind of thing that is worth keeping. */
export const LOG_STREAMS = [
  'api',
  'errors',
  'audit',
  'security',
  'events',
  'messages',
  'agent_launch',
  'task_queue',
  'locale_errors',
  'integration',
  'llm_integration',
  'rag_integration',
  'crm_integration',
] as const;
export type LogStream = (typeof LOG_STREAMS)[number];

export interface Logs {
  stream(name: LogStream): Logger;
  /** Writes out what is buffered; what comes later is dropped. */
  close(): void;
}

const SECRETS = [
  'password',
  'token',
  'access_token',
  'refresh_token',
  'authorization',
  'cookie',
  'secret',
  'apiKey',
  'api_key',
];
const redact = {
  paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers["${name}"]`]),
  censor: '[redacted]',
};

/**
 * JSON logs, one rotated file per stream under `dir`: a new file each day and each 20 MB, ten kept. A folder that cannot be
 * written is said once on stderr and never stops the server.
 */
export async function createLogs(options: { dir: string; level: string }): Promise<Logs> {
  const loggers = new Map<LogStream, Logger>();
  const flushes: (() => void)[] = [];
  for (const name of LOG_STREAMS) {
    const destination = await openStream(join(options.dir, name), name);
    if (!destination) continue;
    loggers.set(
      name,
      pino(
        { level: options.level, base: { stream: name }, redact, timestamp: pino.stdTimeFunctions.isoTime },
        destination,
      ),
    );
    flushes.push(() => destination.end());
  }
  const silent = pino({ level: 'silent' });
  return {
    stream: (name) => loggers.get(name) ?? silent,
    close() {
      loggers.clear();
      for (const flush of flushes) flush();
    },
  };
}

async function openStream(file: string, name: string) {
  const complain = (error: unknown): void =>
    void process.stderr.write(`The log "${name}" cannot be written: ${String(error)}\n`);
  try {
    const rolling = await openRolling({
      file,
      extension: '.log',
      frequency: 'daily',
      dateFormat: 'yyyy-MM-dd',
      size: '20m',
      limit: { count: 10 },
      mkdir: true,
      sync: false,
    });
    rolling.once('error', complain);
    rolling.on('error', () => undefined);
    return rolling;
  } catch (error) {
    complain(error);
    return null;
  }
}

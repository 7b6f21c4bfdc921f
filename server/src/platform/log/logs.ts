import { once } from 'node:events';
import { join } from 'node:path';
import pino, { type Level, type Logger, type LoggerOptions } from 'pino';
import openRolling from 'pino-roll';
import { makeFolder } from '../files/make-folder.ts';
import { redact } from './redact.ts';

/** One stream per kind of thing that is worth keeping. */
const LOG_STREAMS = [
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

/** Lines that cannot be written (a full disk) are kept up to so many bytes; what comes then is dropped. */
const MOST_BUFFERED = 8 * 1_024 * 1_024;

type Destination = Awaited<ReturnType<typeof openStream>>;

/**
 * JSON logs, one rotated file per stream under `dir`: a new file each day and each 20 MB, ten kept. Errors of every stream stand in
 * `errors` as well. A folder that cannot be written is said once on stderr and never stops the server.
 */
export async function createLogs({ dir, level }: { dir: string; level: string }): Promise<Logs> {
  const destinations = new Map<LogStream, Destination>();
  try {
    makeFolder(dir);
    for (const name of LOG_STREAMS) destinations.set(name, await openStream(join(dir, name)));
  } catch (error) {
    process.stderr.write(`Logs cannot be written to ${dir}: ${(error as Error).message}\n`);
  }
  const errors = destinations.get('errors');
  const loggers = new Map([...destinations].map(([name, own]) => [name, createLogger(name, { level, own, errors })]));
  const silent = pino({ level: 'silent' });
  return {
    stream: (name) => loggers.get(name) ?? silent,
    close() {
      loggers.clear();
      for (const destination of destinations.values()) destination.end();
    },
  };
}

function createLogger(
  stream: LogStream,
  { level, own, errors }: { level: string; own: Destination; errors: Destination | undefined },
): Logger {
  const settings: LoggerOptions = {
    level,
    base: { stream },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      logMethod(args, method) {
        method.apply(this, args.map(redact) as typeof args);
      },
    },
  };
  if (stream === 'errors' || !errors) return pino(settings, own);
  const both = pino.multistream([
    { stream: own, level: level as Level },
    { stream: errors, level: 'error' },
  ]);
  return pino(settings, both);
}

/** @throws when the file cannot be opened; what goes wrong later is dropped */
async function openStream(file: string) {
  const rolling = await openRolling({
    file,
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size: '20m',
    limit: { count: 10 },
    sync: false,
    maxLength: MOST_BUFFERED,
  });
  rolling.on('error', () => undefined);
  await once(rolling, 'ready');
  return rolling;
}

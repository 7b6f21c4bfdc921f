import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A real local server that counts what reaches it; closed when the test is over. */
export interface Served {
  port: number;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  connections(): number;
  requests(): number;
}

export async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<Served> {
  let connections = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}`, connections: () => connections, requests: () => requests };
}

import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One address in front of several servers, as a balancer is. */
export interface Switchboard {
  url: string;
  /** Cuts every connection; the next go to this server. */
  switchTo(url: string): void;
  close(): Promise<void>;
}

export async function startSwitchboard(url: string): Promise<Switchboard> {
  let target = url;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(target).port), '127.0.0.1');
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    switchTo(next) {
      target = next;
      cut();
    },
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

import { io } from 'socket.io-client';

interface Message {
  id: string;
  seq: number;
  direction: 'in' | 'out';
  text: string;
}

/** What one end user did and saw. The checker believes nothing else. */
export interface Record {
  /** Texts whose acceptance was acknowledged, in the order they were sent. */
  acknowledged: string[];
  /** Every message ever shown, by id, with the texts it was shown with. */
  shown: Map<string, Set<string>>;
  /** What the whole conversation looked like at the end; null when it could not be had. */
  final: Message[] | null;
}

export interface ClientOptions {
  name: string;
  /** Addresses of the servers; any of them may be dead. */
  servers: string[];
  agent: string;
  messages: number;
  /** Milliseconds between messages, on average. */
  paceMs: number;
  sockets: boolean;
  /** Longest wait for the last answers. */
  patienceMs: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An end user who sends each message again, under the same id and to any server, until it is acknowledged. */
export async function talk(options: ClientOptions): Promise<Record> {
  const { servers, agent, name, messages, paceMs } = options;
  const record: Record = { acknowledged: [], shown: new Map(), final: null };
  const any = (): string => servers[Math.floor(Math.random() * servers.length)] as string;
  const { conversation, token } = await persist(() =>
    call<{ conversation: { id: string }; token: string }>(any(), 'POST', '/conversations', undefined, { agent }),
  );
  const path = `/conversations/${conversation.id}/messages`;

  for (let n = 1; n <= messages; n += 1) {
    const text = `${n % 4 === 0 ? 'fx' : 'm'}-${name}-${n}`;
    await persist(() =>
      options.sockets ? bySocket(any(), text, n) : call(any(), 'POST', path, token, { id: `id-${n}`, text }),
    );
    record.acknowledged.push(text);
    if (Math.random() < 0.3) await look().catch(() => undefined);
    await pause(Math.random() * 2 * paceMs);
  }
  const end = Date.now() + options.patienceMs;
  while (Date.now() < end) {
    const all = await look().catch(() => null);
    if (all) record.final = all;
    if (all && all.filter(({ direction, text }) => direction === 'out' && text.startsWith('#')).length >= messages)
      break;
    await pause(300);
  }
  return record;

  async function look(): Promise<Message[]> {
    const page = await call<{ messages: Message[] }>(any(), 'GET', `${path}?limit=500`, token);
    page.messages.forEach(see);
    return page.messages;
  }

  function see({ id, direction, text }: Message): void {
    if (direction === 'out') record.shown.set(id, (record.shown.get(id) ?? new Set()).add(text));
  }

  function bySocket(server: string, text: string, n: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const socket = io(`${server}/chat`, {
        auth: { token, after: 0 },
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        timeout: 2_000,
      });
      const end = setTimeout(() => done(() => reject(new Error('no acknowledgement'))), 4_000);
      const done = (settle: () => void): void => {
        clearTimeout(end);
        // Stays a little to see what is pushed.
        setTimeout(() => socket.disconnect(), 50);
        settle();
      };
      socket.on('messages', (frame: { messages: Message[] }) => frame.messages.forEach(see));
      socket.on('connect_error', (error) => done(() => reject(error)));
      socket.on('connect', () =>
        socket.emit('message', { id: `id-${n}`, text }, (answer: { ok: boolean }) =>
          done(() => (answer.ok ? resolve(answer) : reject(new Error(JSON.stringify(answer))))),
        ),
      );
    });
  }
}

/** Tries again until it works: servers die and come back. */
async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch {
      await pause(50 + Math.random() * 150);
    }
  }
}

async function call<T>(server: string, method: string, path: string, token?: string, body?: object): Promise<T> {
  const response = await fetch(`${server}/api/v1${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(4_000),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

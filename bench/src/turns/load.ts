import { Pool } from 'undici';

export interface LoadResult {
  requests: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Keeps `clients` requests in flight for so many seconds; each client sends one after another. */
export async function load(
  url: string,
  { clients, seconds, next }: { clients: number; seconds: number; next: (client: number, n: number) => Request },
): Promise<LoadResult> {
  const pool = new Pool(url, { connections: clients });
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let n = 0; performance.now() < end; n += 1) {
        const { path, headers, body, check } = next(client, n);
        const sent = performance.now();
        const answer = await pool.request({
          path,
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        });
        const text = await answer.body.text();
        times.push(performance.now() - sent);
        if (answer.statusCode !== 200 || !check(text)) throw new Error(`${path}: ${answer.statusCode} ${text}`);
      }
    }),
  );
  const took = (performance.now() - begin) / 1_000;
  await pool.close();
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor((times.length - 1) * share)] ?? 0) * 10) / 10;
  return { requests: times.length, perSecond: Math.round(times.length / took), p50: at(0.5), p99: at(0.99) };
}

export interface Request {
  path: string;
  headers?: Record<string, string>;
  body: object;
  check(answer: string): boolean;
}

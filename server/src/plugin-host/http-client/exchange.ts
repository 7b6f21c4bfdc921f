import { request, type Dispatcher } from 'undici';
import { unlessAborted } from '../unless-aborted.ts';
import type { Hop } from './hop.ts';
import { readBody } from './read-body.ts';
import { toEgressError } from './to-egress-error.ts';

export interface ExchangeOptions {
  /** Decides which addresses can be connected to. */
  dispatcher: Dispatcher;
  signal: AbortSignal;
  /** Bytes of the unpacked body. */
  maxBytes: number;
}

/** An answer as it came; a header that came several times is joined. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  url: URL;
}

/** One request and its answer; redirects are not followed. @throws EgressError */
export async function exchange(
  { url, ...hop }: Hop,
  { dispatcher, signal, maxBytes }: ExchangeOptions,
): Promise<Answer> {
  try {
    // undici heeds the signal only once it is connected.
    const sending = () => request(url, { ...hop, dispatcher, signal });
    const { statusCode, headers, body } = await unlessAborted(signal, sending);
    const joined = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    );
    const read = await readBody(body, { encoding: joined['content-encoding'], maxBytes });
    return { status: statusCode, headers: joined, body: read, url };
  } catch (error) {
    throw toEgressError(error, { host: url.host, signal });
  }
}

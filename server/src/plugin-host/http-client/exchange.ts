import { isIP } from 'node:net';
import type { HttpRequest, HttpResponse } from '@scenarium/sdk';
import type { Json } from '@scenarium/language';
import { Agent, request as send, type Dispatcher } from 'undici';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EgressError } from './egress-error.ts';

type Address = { address: string; family: number };

/** One request to one checked address, without redirects. The connection goes to that address whatever the name resolves to later. */
export async function exchange(
  url: URL,
  request: HttpRequest & { signal: AbortSignal; maxBytes: number },
  addresses: Address[],
): Promise<HttpResponse> {
  const agent = new Agent({
    connect: {
      lookup: pinned(addresses),
      timeout: 10_000,
      ...(isIP(url.hostname) ? {} : { servername: url.hostname }),
    },
    maxHeaderSize: 32_768,
  });
  try {
    const { statusCode, headers, body } = await send(url, {
      dispatcher: agent,
      method: request.method,
      headers: headersOf(request),
      body:
        request.body === undefined
          ? null
          : typeof request.body === 'string'
            ? request.body
            : JSON.stringify(request.body),
      signal: request.signal,
    });
    const flat = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
    );
    const text = await readBody(body, {
      encoding: flat['content-encoding'],
      maxBytes: request.maxBytes,
      signal: request.signal,
    });
    return { status: statusCode, headers: flat, body: parsed(text, flat['content-type']), url: url.href };
  } finally {
    await agent.destroy();
  }
}

function pinned(addresses: Address[]) {
  return (
    _host: string,
    options: { all?: boolean },
    callback: (error: Error | null, address: string | Address[], family?: number) => void,
  ): void => {
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function headersOf({ headers = {}, body }: HttpRequest): Record<string, string> {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const type: Record<string, string> =
    body === undefined || typeof body === 'string' ? {} : { 'content-type': 'application/json' };
  return {
    'user-agent': 'Scenarium',
    accept: 'application/json, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    ...type,
    ...given,
  };
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  { encoding, maxBytes, signal }: { encoding: string | undefined; maxBytes: number; signal: AbortSignal },
): Promise<string> {
  const decoder =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null;
  const stream = decoder ? body.on('error', (error) => decoder.destroy(error)).pipe(decoder) : body;
  const stop = (): void => void stream.destroy(new EgressError('timed_out', 'the answer did not end in time'));
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new EgressError('too_large', `the answer is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string, type = ''): Json {
  if (!/[/+]json\b/i.test(type)) return text;
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)) as Json;
  } catch {
    return text;
  }
}

import { pipeline, type Readable } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip } from 'node:zlib';
import { EgressError } from './egress-error.ts';

/** Reads and unpacks a body. What is too large is cut while it streams in, so a small bomb never unfolds. @throws EgressError `too_large` */
export async function readBody(
  body: Readable,
  { encoding, maxBytes }: { encoding: string | undefined; maxBytes: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(body, encoding) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new EgressError('too_large', `the answer has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpacked(body: Readable, encoding: string | undefined): Readable {
  if (encoding === 'gzip' || encoding === 'x-gzip') return pipeline(body, createGunzip(GUNZIP), ignore);
  if (encoding === 'br') return pipeline(body, createBrotliDecompress(BROTLI), ignore);
  return body;
}

/** As browsers do: an announced packing without any body, as HEAD has it, is an empty body. */
const GUNZIP = { finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH };

function ignore(): void {
  // Whoever reads the end of the pipe sees its errors.
}

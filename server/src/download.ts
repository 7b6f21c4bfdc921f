import type { GuardedClient } from './plugin-host/index.ts';

const LARGEST = 25_000_000;
const LONGEST_MS = 60_000;

/** Fetches a document by the guarded client. */
export function createDownload({ fetch }: GuardedClient) {
  return async (url: string, signal: AbortSignal): Promise<{ bytes: Uint8Array; declared: string }> => {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]) });
    if (!answer.ok) throw Object.assign(new Error(`the server answered ${answer.status}`), { code: 'url_unreachable' });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body ?? []) {
      size += part.length;
      if (size > LARGEST)
        throw Object.assign(new Error(`it has more than ${LARGEST} bytes`), { code: 'document_too_large' });
      parts.push(part);
    }
    return { bytes: Buffer.concat(parts), declared: answer.headers.get('content-type') ?? '' };
  };
}

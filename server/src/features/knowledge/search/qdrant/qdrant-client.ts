import type { Json } from '@scenarium/language';
import type { HttpClient, HttpMethod } from '@scenarium/sdk';

export interface QdrantOptions {
  /** Its REST address: `http://localhost:6333`. */
  url: string;
  apiKey?: string | undefined;
  http: HttpClient;
}

/** What Qdrant answered instead of a result. `code`: `qdrant_refused`, or `qdrant_unavailable` when it may go better later. */
export class QdrantError extends Error {
  readonly code: 'qdrant_refused' | 'qdrant_unavailable';
  readonly status: number;

  constructor(status: number, message: string) {
    super(`Qdrant answered ${status}: ${message}; check QDRANT_URL and QDRANT_API_KEY`);
    this.name = 'QdrantError';
    this.status = status;
    this.code = status >= 500 || status === 429 ? 'qdrant_unavailable' : 'qdrant_refused';
  }
}

/** Calls of Qdrant's REST API (https://api.qdrant.tech). */
export interface QdrantClient {
  /** The `result` of an answer. @throws QdrantError, or what the guarded client throws */
  call<T>(method: HttpMethod, path: string, body?: Json): Promise<T>;
}

/** Vectors of one request, and the longest list of points that is read. Bytes. */
const LARGEST = 10_000_000;
const TIMEOUT_MS = 15_000;

export function createQdrantClient({ url, apiKey, http }: QdrantOptions): QdrantClient {
  const base = url.replace(/\/+$/, '');
  return {
    async call<T>(method: HttpMethod, path: string, body?: Json) {
      const { status, body: answer } = await http.request({
        method,
        url: `${base}${path}`,
        headers: apiKey === undefined ? {} : { 'api-key': apiKey },
        ...(body !== undefined && { body }),
        timeoutMs: TIMEOUT_MS,
        maxBytes: LARGEST,
      });
      if (status >= 200 && status < 300) return (Object(answer) as { result: T }).result;
      throw new QdrantError(status, reasonOf(answer));
    },
  };
}

/** `{"status": {"error": "…"}}`, or plain text where a key is wrong. */
function reasonOf(answer: Json): string {
  if (typeof answer === 'string') return answer.slice(0, 200);
  const { error } = Object((Object(answer) as { status?: unknown }).status) as { error?: unknown };
  return typeof error === 'string' ? error.slice(0, 200) : 'no reason given';
}

import { ChatError, toChatError } from './chat-error.ts';
import type { OutboxItem } from './outbox.ts';
import type { Accepted, Conversation, Message, Problem } from './types.ts';

/** A conversation and the signed token that lets this visitor speak in it. */
export interface Session {
  conversation: Conversation & { lastSeq: number };
  token: string;
}

/** Messages, oldest first. Everything up to `lastSeq` is told; `more`: there is more in the direction that was asked for. */
export interface Page {
  messages: Message[];
  lastSeq: number;
  more: boolean;
}

export type Api = ReturnType<typeof createApi>;

/** Which messages: those right after a place, or those right before one. */
export type Range = { after: number } | { before: number };

const TIMEOUT_MS = 15_000;
/** What is missing is fetched in large pages, what lies further back in small ones: it is seldom wanted. */
const LATER = 200;
const EARLIER = 50;

/** The server's REST calls. Each throws {@link ChatError}; `network_error` when there was no answer. */
export function createApi(server: string) {
  const base = `${server}/api/v1/conversations`;
  const own = ({ conversation }: Session) => `${base}/${encodeURIComponent(conversation.id)}`;
  return {
    open: (body: { agent: string; locale?: string | readonly string[]; token?: string }) =>
      request<Session>(base, { method: 'POST', body }),
    messages: (session: Session, range: Range) =>
      request<Page>(`${own(session)}/messages?${toQuery(range)}`, { token: session.token }),
    send: (session: Session, body: ReturnType<typeof toBody>) =>
      request<Accepted>(`${own(session)}/messages`, { method: 'POST', token: session.token, body }),
    switchLocale: (session: Session, body: { id: string; locale: string }) =>
      request<Accepted>(own(session), { method: 'PATCH', token: session.token, body }),
  };
}

/** An item of the outbox as it travels, over HTTP and sockets alike. */
export function toBody({ id, text, option }: OutboxItem) {
  return { id, ...(text !== undefined && { text }), ...(option !== undefined && { option }) };
}

function toQuery(range: Range): string {
  return 'after' in range ? `after=${range.after}&limit=${LATER}` : `before=${range.before}&limit=${EARLIER}`;
}

interface Request {
  method?: string;
  token?: string;
  body?: object;
}

async function request<T>(url: string, { method = 'GET', token, body }: Request): Promise<T> {
  try {
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new ChatError(await problemOf(response), retryAfterMs(response.headers.get('Retry-After')));
    return (await response.json()) as T;
  } catch (error) {
    throw toChatError(error);
  }
}

/** The problem in an answer. What stands between client and server answers too, and not in problem details. */
async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  return { title: `HTTP ${status}`, code: 'http_error', ...body, status };
}

function retryAfterMs(value: string | null): number {
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 300_000) : 0;
}

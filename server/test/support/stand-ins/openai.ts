import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What the stand-in does with the next call of a model. */
export type Behaviour =
  | { reply: string; delayMs?: number }
  | { call: { name: string; arguments: object } }
  | { record: object }
  | { status: number; retryAfter?: number; message?: string }
  /** The connection is cut after so many characters of the reply. */
  | { cut: string; after: number }
  | { garbage: true }
  /** Nothing comes, and the connection stays open. */
  | { silence: true }
  | { nothing: true };

interface ChatBody {
  model?: string;
  messages?: { role: string; content?: unknown; tool_calls?: { id: string }[]; tool_call_id?: string }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  tools?: { function: { name: string } }[];
  response_format?: { type: string };
  input?: string | string[];
}

/** A local service with OpenAI's API that checks what it is sent as documented, does as it is told, and forgets nothing. */
export interface OpenAiStandIn {
  url: string;
  /** Every request: path, headers, body. */
  requests: { path: string; authorization: string | undefined; body: ChatBody }[];
  /** Connections that the client closed before the answer was over. */
  aborted(): number;
  /** Behaviours of the next calls, in order; afterwards it echoes the last message. */
  next(...behaviours: Behaviour[]): void;
  stop(): Promise<void>;
}

export const API_KEY = 'sk-sentinel-7f3a9c';
const DIMENSIONS = 64;

export async function startOpenAi(): Promise<OpenAiStandIn> {
  const requests: OpenAiStandIn['requests'] = [];
  const queue: Behaviour[] = [];
  let aborted = 0;

  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) aborted += 1;
    });
    handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const path = request.url ?? '';
    let body: ChatBody = {};
    try {
      if (parts.length > 0) body = JSON.parse(Buffer.concat(parts).toString()) as ChatBody;
    } catch {
      return refuse(response, 400, 'the body is not JSON');
    }
    requests.push({ path, authorization: request.headers.authorization, body });
    if (request.headers.authorization !== `Bearer ${API_KEY}`)
      return refuse(response, 401, `Incorrect API key provided: ${request.headers.authorization?.slice(7) ?? ''}`);
    if (path === '/v1/models') return json(response, { data: [{ id: 'small' }, { id: 'large' }, { id: 'embed-1' }] });
    if (path === '/v1/embeddings') return embeddings(response, body);
    if (path !== '/v1/chat/completions') return refuse(response, 404, `no such path ${path}`);
    const problem = wrong(body);
    if (problem) return refuse(response, 400, problem);
    if (!['small', 'large'].includes(body.model ?? ''))
      return refuse(response, 404, `The model ${body.model} does not exist`);
    await complete(response, body, queue.shift() ?? { reply: echo(body) });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    aborted: () => aborted,
    next: (...behaviours) => void queue.push(...behaviours),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Rules of the documented API that clients get wrong. */
function wrong({ messages, tools }: ChatBody): string | null {
  if (!Array.isArray(messages) || messages.length === 0) return "'messages' must be a list with something in it";
  const open = new Set<string>();
  for (const { role, tool_calls: calls, tool_call_id: answered } of messages) {
    if (!['system', 'developer', 'user', 'assistant', 'tool'].includes(role)) return `the role ${role} is unknown`;
    if (role === 'tool' && (answered === undefined || !open.delete(answered)))
      return "messages with role 'tool' must answer a preceding message with 'tool_calls'";
    if (role !== 'tool' && open.size > 0) return 'every tool call must be answered before the next message';
    for (const { id } of calls ?? []) open.add(id);
  }
  if (open.size > 0) return 'every tool call must be answered';
  const names = (tools ?? []).map((tool) => tool.function.name);
  const bad = names.find((name) => !/^[\w-]{1,64}$/.test(name));
  return bad === undefined ? null : `the name of a tool ${bad} is not allowed`;
}

async function complete(response: ServerResponse, body: ChatBody, behaviour: Behaviour): Promise<void> {
  if ('status' in behaviour) {
    if (behaviour.retryAfter !== undefined) response.setHeader('retry-after', String(behaviour.retryAfter));
    return refuse(response, behaviour.status, behaviour.message ?? 'told to fail');
  }
  if ('silence' in behaviour)
    return void response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  if ('garbage' in behaviour) {
    response.setHeader('content-type', body.stream ? 'text/event-stream' : 'application/json');
    return void response.end(body.stream ? 'data: {"choices": [{{{\n\n' : '<html>');
  }
  const text =
    'reply' in behaviour
      ? behaviour.reply
      : 'cut' in behaviour
        ? behaviour.cut
        : 'record' in behaviour
          ? JSON.stringify(behaviour.record)
          : '';
  const call = 'call' in behaviour ? behaviour.call : undefined;
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  const base = { id: `chatcmpl-${randomUUID()}`, created: 1, model: body.model };
  const toolCall = call && {
    id: `call_${randomUUID()}`,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  };
  if (!body.stream) {
    const message = { role: 'assistant', content: toolCall ? null : text, ...(toolCall && { tool_calls: [toolCall] }) };
    return json(response, {
      ...base,
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: toolCall ? 'tool_calls' : 'stop' }],
      usage,
    });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (choices: object[], more = {}): void =>
    void response.write(`data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices, ...more })}\n\n`);
  send([{ index: 0, delta: { role: 'assistant', content: '' } }]);
  if (toolCall) {
    const { arguments: all } = toolCall.function;
    send([
      { index: 0, delta: { tool_calls: [{ index: 0, ...toolCall, function: { name: call?.name, arguments: '' } }] } },
    ]);
    for (const part of [all.slice(0, 5), all.slice(5)])
      send([{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: part } }] } }]);
  }
  let sent = 0;
  for (const word of text.match(/\S+\s*/g) ?? []) {
    send([{ index: 0, delta: { content: word } }]);
    sent += word.length;
    if ('cut' in behaviour && sent >= behaviour.after) return void response.destroy();
    if ('reply' in behaviour && behaviour.delayMs) await pause(behaviour.delayMs);
  }
  send([{ index: 0, delta: {}, finish_reason: toolCall ? 'tool_calls' : 'stop' }]);
  if (body.stream_options?.include_usage) send([], { usage });
  response.end('data: [DONE]\n\n');
}

/** The same text has always the same vector; texts with words in common are near. */
function embeddings(response: ServerResponse, { input = '' }: ChatBody): void {
  const data = [input].flat().map((text, index) => {
    const vector = Array.from({ length: DIMENSIONS }, () => 0);
    for (const word of text.toLowerCase().match(/\p{L}{3,6}/gu) ?? []) {
      let hash = 7;
      for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
      vector[hash % DIMENSIONS] = (vector[hash % DIMENSIONS] ?? 0) + 1;
    }
    return { object: 'embedding', index, embedding: vector };
  });
  json(response, { object: 'list', data, model: 'embed-1', usage: { prompt_tokens: 1, total_tokens: 1 } });
}

function echo({ messages = [] }: ChatBody): string {
  const last = messages.at(-1)?.content;
  return `You said: ${typeof last === 'string' ? last : JSON.stringify(last)}`;
}

function json(response: ServerResponse, value: object): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  json(response, { error: { message, type: 'invalid_request_error', code: null } });
}

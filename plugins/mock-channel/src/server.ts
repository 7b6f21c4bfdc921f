import {
  ActionError,
  checkSignature,
  defineHandlers,
  parseCommand,
  type ChannelContext,
  type ChannelHandlers,
  type HttpRequest,
  type HttpResponse,
  type InboundMessage,
} from '@scenarium/sdk';
import { z } from 'zod';
import { mockChannel } from './index.ts';

interface Config {
  baseUrl: string;
  key: string;
}
type Context = Pick<ChannelContext<Config>, 'config' | 'http'>;

const Update = z.object({
  id: z.string(),
  chat: z.string(),
  from: z.object({ id: z.string(), name: z.string().exactOptional(), locale: z.string().exactOptional() }),
  text: z.string(),
  option: z.string().exactOptional(),
  attachments: z.array(z.object({ url: z.string(), name: z.string().exactOptional() })).exactOptional(),
});
const Updates = z.object({ updates: z.array(Update) });
const Page = Updates.extend({ next: z.string().nullable() });

/** The service waits so long for something to tell. */
const WAIT_MS = 5_000;

const chat: ChannelHandlers<Config> = {
  async receive({ body, headers, json }, { config }) {
    await checkSignature(body, { key: config.key, signature: headers['x-signature'] });
    return { messages: Updates.parse(json).updates.map(toMessage) };
  },
  async poll(cursor, context) {
    const query = { wait: WAIT_MS, ...(cursor !== null && { after: cursor }) };
    const { body } = await ask(context, { method: 'GET', path: '/updates', query, timeoutMs: WAIT_MS * 2 });
    const { updates, next } = Page.parse(body);
    return { messages: updates.map(toMessage), cursor: next };
  },
  async send(message, context) {
    const headers = { 'idempotency-key': message.id };
    const { body } = await ask(context, { method: 'POST', path: '/messages', headers, body: { ...message } });
    return { externalId: z.object({ id: z.string() }).parse(body).id };
  },
  async setUp({ url }, context) {
    await ask(context, { method: 'PUT', path: '/webhook', body: { url } });
  },
  async tearDown(_address, context) {
    await ask(context, { method: 'DELETE', path: '/webhook' });
  },
};

/** The handlers of the plugin `mock-channel`. */
export const server = defineHandlers(mockChannel, {
  channels: {
    chat: {
      ...chat,
      async typing(to, context) {
        await ask(context, { method: 'POST', path: '/typing', body: { to } });
      },
    },
    sms: chat,
  },
  async healthcheck(context) {
    await ask(context, { method: 'GET', path: '/health' });
  },
});

async function ask(
  { config, http }: Context,
  { path, headers, ...request }: Omit<HttpRequest, 'url'> & { path: string },
): Promise<HttpResponse> {
  const answer = await http.request({
    ...request,
    url: `${config.baseUrl}${path}`,
    headers: { authorization: `Bearer ${config.key}`, ...headers },
  });
  const { status } = answer;
  if (status < 400) return answer;
  if (status === 400) throw new ActionError('message_refused', 'the service does not take this message');
  if (status === 401) throw new ActionError('mock_channel_unauthorised', 'the service does not know the key');
  const seconds = Number(answer.headers['retry-after'] ?? 0);
  throw new ActionError('mock_channel_failed', `the service answered ${status}`, {
    retryable: true,
    ...(seconds > 0 && { retryAfterMs: seconds * 1_000 }),
  });
}

function toMessage({
  id: externalId,
  chat: conversation,
  from: contact,
  text,
  ...more
}: z.infer<typeof Update>): InboundMessage {
  const base = { externalId, conversation, contact };
  const command = parseCommand(text);
  return command ? { kind: 'command', ...base, ...command } : { kind: 'message', ...base, text, ...more };
}

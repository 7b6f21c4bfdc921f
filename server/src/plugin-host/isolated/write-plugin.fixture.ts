import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a plugin as an author would: one file. Its action `run` does what `body` says (`input.how` tells it what), beside it are a
 * model, embeddings, a retriever and a channel; `any` stands for tools of its own.
 *
 * @returns its folder
 */
export function writePlugin(dir: string, { id = 'guest', body = 'return input.how;', file = 'index.ts' } = {}): string {
  const folder = join(dir, id);
  const text = `
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { Embeddings } from '@langchain/core/embeddings';
import { ActionError, defineAction, defineChannel, defineHandlers, defineTool, defineModel, definePlugin, defineRetriever, field, secret } from '@scenarium/sdk';
import { z } from 'zod';

class Lengths extends Embeddings {
  constructor() { super({}); }
  async embedQuery(text) { return [text.length]; }
  async embedDocuments(texts) { return texts.map((text) => [text.length]); }
}
const words = (en) => ({ en, ru: en });
const run = defineAction({
  id: 'run',
  title: words('Run'),
  description: words('Does as it is told'),
  input: z.object({ how: z.string().refine((how) => how !== 'unrefined', 'is not fine'), times: z.int().default(2) }),
  output: z.json(),
  repeat: 'never',
});
const any = defineTool({
  id: 'any',
  title: words('Any'),
  description: words('Any tool'),
  input: z.object({ tool: z.string(), arguments: z.json() }),
  output: z.json(),
  repeat: 'never',
  tool: { irreversible: false, own: {}, expands: true },
});
export const server = defineHandlers(
  definePlugin({
    id: '${id}',
    version: '1.0.0',
    sdk: '^0.1.0',
    title: words('Guest'),
    description: words('A guest'),
    config: z.object({ greeting: field(z.string().default('Hello'), { title: words('Greeting') }), key: secret().optional() }),
    actions: { run, any },
    models: { chat: defineModel({ kind: 'chat', title: words('Chat') }), embeddings: defineModel({ kind: 'embeddings', title: words('Lengths') }) },
    retrievers: { shelf: defineRetriever({ id: 'shelf', title: words('Shelf') }) },
    channels: { bot: defineChannel({ id: 'bot', title: words('Bot'), modes: ['webhook', 'poll'], shows: { buttons: true, attachments: false, typing: false, locale: true } }) },
    events: ['conversation.*'],
  }),
  {
    actions: { run: async (input, context) => { ${body} }, any: async (input) => input },
    expandTools: { any: async ({ config }) => [{ name: 'one', description: config.greeting, schema: { type: 'object' }, irreversible: true }] },
    models: { chat: ({ greeting }) => new FakeListChatModel({ responses: [greeting + ' from the model'] }), embeddings: () => new Lengths() },
    retrievers: { shelf: async ({ text }, { config }) => [{ id: '1', source: 's', title: config.greeting, text, score: 1 }] },
    channels: {
      bot: {
        receive: async ({ body, headers, json }) => {
          if (headers['x-key'] !== 'right') throw new ActionError('channel_unauthorised', 'the key is wrong');
          return { messages: [{ kind: 'message', externalId: String(body.length), conversation: 'c', contact: { id: 'u' }, text: json.text }] };
        },
        poll: async (cursor) => ({ messages: [], cursor: (cursor ?? '') + '+' }),
        send: async ({ id }) => {
          if (id === 'later') throw new ActionError('busy', 'wait', { retryable: true, retryAfterMs: 5 });
          return { externalId: 'got ' + id };
        },
      },
    },
    healthcheck: async ({ config }) => { if (config.greeting === 'ill') throw new ActionError('guest_ill', 'it is ill'); },
    onEvent: async (event, { log }) => log.info({ name: event.name }, 'heard'),
  },
);
`;
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  return folder;
}

import type { Kind } from './create-plugin.ts';

interface Parts {
  definition: string;
  server: string;
  test: string;
}

/** The sources of a plugin of each kind, by its id and the name of its variable. */
export const parts: { [K in Kind]: (id: string, variable: string) => Parts } = {
  action: (id, variable) => ({
    definition: definition(id, variable, {
      imports: 'defineAction, definePlugin, field',
      before: action('defineAction', 'greet', ''),
      config: GREETING,
      offers: 'actions: { greet },',
    }),
    server: handlers(
      variable,
      '',
      `  actions: {\n    greet: async ({ name }, { config }) => \`\${config.greeting}, \${name}\`,\n  },`,
    ),
    test: test(`it('greets', async () => {
  const context = fakeContext({ greeting: 'Good day' });
  expect(await server.actions['greet']?.({ name: 'Ann' } as never, context as never)).toBe('Good day, Ann');
});`),
  }),
  tool: (id, variable) => ({
    definition: definition(id, variable, {
      imports: 'definePlugin, defineTool, field',
      before: action('defineTool', 'greet', `\n  tool: { irreversible: false, own: { name: 'contact.id' } },`),
      config: GREETING,
      offers: 'actions: { greet },',
    }),
    server: handlers(
      variable,
      '',
      `  actions: {\n    greet: async ({ name }, { config }) => \`\${config.greeting}, \${name}\`,\n  },`,
    ),
    test: test(`it('greets the contact of the conversation', async () => {
  const context = fakeContext({ greeting: 'Good day' });
  expect(server.definition.actions['greet']?.tool?.own).toEqual({ name: 'contact.id' });
  expect(await server.actions['greet']?.({ name: 'c1' } as never, context as never)).toBe('Good day, c1');
});`),
  }),
  model: (id, variable) => ({
    definition: definition(id, variable, {
      imports: 'defineModel, definePlugin, field',
      before: '',
      config: `z.strictObject({
    reply: field(z.string().min(1).default('Hello'), { title: { en: 'Reply', ru: 'Ответ' } }),
  })`,
      offers: `models: {\n    chat: defineModel({ kind: 'chat', title: { en: 'Chat', ru: 'Чат' } }),\n  },`,
    }),
    server: handlers(
      variable,
      `import { FakeListChatModel } from '@langchain/core/utils/testing';\n`,
      `  models: {\n    chat: ({ reply }) => new FakeListChatModel({ responses: [reply] }),\n  },`,
    ),
    test: test(`it('answers', async () => {
  const config = { reply: 'Good day' };
  const chat = await server.models.chat?.(config as never, {}, fakeContext(config));
  expect((await chat?.invoke('Hi'))?.text).toBe('Good day');
});`),
  }),
  retriever: (id, variable) => ({
    definition: definition(id, variable, {
      imports: 'definePlugin, defineRetriever, field',
      before: '',
      config: `z.strictObject({
    passages: field(z.array(z.string().min(1)).default([]), { title: { en: 'Passages', ru: 'Отрывки' } }),
  })`,
      offers: `retrievers: { passages: defineRetriever({ id: 'passages', title: { en: 'Passages', ru: 'Отрывки' } }) },`,
    }),
    server: handlers(
      variable,
      '',
      `  retrievers: {
    passages: async ({ text, limit }, { config: { passages } }) =>
      passages
        .filter((passage) => passage.toLowerCase().includes(text.toLowerCase()))
        .slice(0, limit)
        .map((passage, i) => ({ id: String(i), source: '${id}', title: '${id}', text: passage, score: 1 })),
  },`,
    ),
    test: test(`it('finds passages', async () => {
  const context = fakeContext({ passages: ['Delivery takes one day', 'Returns'] });
  const found = await server.retrievers['passages']?.({ text: 'delivery', limit: 5, locale: 'en' }, context as never);
  expect(found).toMatchObject([{ text: 'Delivery takes one day' }]);
});`),
  }),
  channel: (id, variable) => ({
    definition: definition(id, variable, {
      imports: 'defineChannel, definePlugin, field, secret',
      before: '',
      config: `z.strictObject({
    baseUrl: field(z.url(), { title: { en: 'Address', ru: 'Адрес' }, widget: 'url' }),
    key: secret({ title: { en: 'Key of signatures', ru: 'Ключ подписей' } }),
  })`,
      offers: `channels: {
    chat: defineChannel({
      id: 'chat',
      title: { en: 'Chat', ru: 'Чат' },
      shows: { buttons: false, attachments: false, typing: false, locale: false },
      modes: ['webhook'],
    }),
  },`,
    }),
    server: handlers(
      variable,
      `import { z } from 'zod';\n`,
      `  channels: {
    chat: {
      async receive({ headers, body, json }, { config }) {
        await checkSignature(body, { key: config.key, signature: headers['x-signature'] });
        const { id, chat, text } = Update.parse(json);
        return { messages: [{ kind: 'message', externalId: id, conversation: chat, contact: { id: chat }, text }] };
      },
      async send({ id, to, text }, { config, http }) {
        const { status } = await http.request({ method: 'POST', url: config.baseUrl, body: { id, to, text } });
        if (status === 400) throw new ActionError('message_refused', 'the service does not take this message');
        if (status !== 200) throw new ActionError('chat_failed', \`the service answered \${status}\`, { retryable: true });
        return {};
      },
    },
  },`,
      `\nconst Update = z.object({ id: z.string(), chat: z.string(), text: z.string() });\n`,
    ).replace('defineHandlers }', 'ActionError, checkSignature, defineHandlers }'),
    test: test(
      `it('takes what is signed', async () => {
  const context = fakeContext({ baseUrl: 'http://localhost/', key: 'k' });
  const body = JSON.stringify({ id: '1', chat: 'c', text: 'Hi' });
  const signed = { 'x-signature': createHmac('sha256', 'k').update(body).digest('hex') };
  const request = channelRequest(body, signed);
  expect(await channelProblems(server, { channel: 'chat', context, request })).toEqual([]);
  expect(await server.channels['chat']?.receive?.(request, context as never)).toMatchObject({ messages: [{ text: 'Hi' }] });
});`,
    ).replace(
      'import { contractProblems,',
      "import { createHmac } from 'node:crypto';\nimport { channelProblems, channelRequest, contractProblems,",
    ),
  }),
  events: (id, variable) => ({
    definition: definition(id, variable, {
      imports: 'definePlugin, field',
      before: '',
      config: GREETING,
      offers: `events: ['conversation.started'],`,
    }),
    server: handlers(
      variable,
      '',
      `  async onEvent({ name, data }, { config, log }) {\n    log.info({ name, data }, config.greeting);\n  },`,
    ),
    test: test(`it('hears of events', async () => {
  const context = fakeContext({ greeting: 'Somebody came' });
  const event = { id: '1', name: 'conversation.started', tenant: 't', at: new Date(0).toISOString(), data: {} };
  await server.onEvent?.(event, context as never);
  expect(context.lines[0]?.message).toBe('Somebody came');
});`),
  }),
};

const GREETING = `z.strictObject({
    greeting: field(z.string().min(1).default('Hello'), { title: { en: 'Greeting', ru: 'Приветствие' } }),
  })`;

function action(define: string, id: string, more: string): string {
  return `
const ${id} = ${define}({
  id: '${id}',
  title: { en: 'Greet', ru: 'Поприветствовать' },
  description: { en: 'Says hello', ru: 'Здоровается' },
  input: z.strictObject({ name: z.string().min(1).max(200) }),
  output: z.string(),
  repeat: 'safe',
  example: { name: 'Ann' },${more}
});
`;
}

function definition(
  id: string,
  variable: string,
  { imports, before, config, offers }: { imports: string; before: string; config: string; offers: string },
): string {
  return `import { ${imports} } from '@scenarium/sdk';
import { z } from 'zod';
${before}
/** What it is for. */
export const ${variable} = definePlugin({
  id: '${id}',
  version: '0.1.0',
  sdk: '^0.1.0',
  title: { en: '${id}', ru: '${id}' },
  description: { en: 'What it is for', ru: 'Для чего он нужен' },
  config: ${config},
  ${offers}
});
`;
}

function handlers(variable: string, imports: string, body: string, after = ''): string {
  return `${imports}import { defineHandlers } from '@scenarium/sdk';
import { ${variable} } from './index.ts';

/** The handlers of the plugin. */
export const server = defineHandlers(${variable}, {
${body}
});
${after}`;
}

function test(body: string): string {
  return `import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { expect, it } from 'vitest';
import { server } from './server.ts';

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

${body}
`;
}

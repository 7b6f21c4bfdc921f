import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMcpHttpServer, type McpHttpServer } from '../../../plugins/tool-mcp/src/http-server.fixture.ts';
import { beginTalk, publish, type Talk } from '../support/publish.ts';
import { API_KEY, startOpenAi, type OpenAiStandIn } from '../support/stand-ins/openai.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const TOKEN = 'mcp-sentinel-5b21';
const program = fileURLToPath(new URL('../../../plugins/tool-mcp/src/stdio-server.fixture.ts', import.meta.url));

let server: TestServer;
let provider: OpenAiStandIn;
let orders: McpHttpServer;
let closed: McpHttpServer;
let token: string;

beforeAll(async () => {
  [provider, orders, closed] = await Promise.all([startOpenAi(), startMcpHttpServer(), startMcpHttpServer()]);
  server = await startServer({
    DEMO: 'false',
    // Not the address of `closed`.
    EGRESS_ALLOW: [provider.url, orders.url].map((url) => new URL(url).host).join(),
    MCP_STDIO_SERVERS: JSON.stringify({ local: { command: process.execPath, args: [program] } }),
  });
  token = await server.signIn();
  await connect('main', 'openai', { baseUrl: provider.url, apiKey: API_KEY, chatModel: 'small' });
  await connect('orders', 'mcp', { url: orders.url, token: TOKEN });
  await connect('closed', 'mcp', { url: closed.url });
  await connect('local', 'mcp', { transport: 'stdio', server: 'local' });
  await connect('shell', 'mcp', { transport: 'stdio', server: 'sh' });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await Promise.all([provider?.stop(), orders?.stop(), closed?.stop()]);
});

async function connect(name: string, plugin: string, config: object): Promise<void> {
  const { status, body } = await server.call('POST', 'connections', { token, body: { name, plugin, config } });
  expect([status, JSON.stringify(body).includes(TOKEN)]).toEqual([201, false]);
}

let count = 0;

/** A conversation with an agent whose one step has these tools. */
async function talkWith(tools: object[]): Promise<Talk> {
  count += 1;
  const document = {
    format: 1,
    id: `mcp-${count}`,
    name: 'Agent',
    locales: ['en'],
    triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
    steps: [
      { id: 'ask', type: 'ask', prompt: 'ask' },
      { id: 'work', type: 'agent', instructions: 'Help', tools },
    ],
    flows: [
      { id: 'f1', from: 'ask', to: 'work' },
      { id: 'f2', from: 'ask', on: 'failed', to: 'work' },
      { id: 'f3', from: 'work', to: 'ask' },
    ],
    messages: { en: { ask: 'Next?' } },
  };
  return beginTalk(server, await publish(server, token, { document }));
}

const asked = () => provider.requests.at(-1)?.body;
const offered = (): { name: string; parameters: object }[] =>
  (asked()?.tools ?? []).map((tool) => tool.function as unknown as { name: string; parameters: object });

describe('an agent with an MCP server', { timeout: 60_000 }, () => {
  it('sees its tools under their own names and schemas, calls one, and answers from the result', async () => {
    const talk = await talkWith([{ action: 'mcp.read-tool', connection: 'orders' }]);
    provider.next({ call: { name: 'find_order', arguments: { number: '7' } } }, { reply: 'It is on its way' });
    expect((await talk.say('m1', 'Where is order 7?', 20_000)).texts[0]).toBe('It is on its way');
    expect(offered().map(({ name }) => name)).not.toContain('cancel_order');
    expect(offered().find(({ name }) => name === 'find_order')?.parameters).toMatchObject({
      properties: { number: { type: 'string' } },
      required: ['number'],
    });
    expect(orders.calls).toEqual([{ tool: 'find_order', arguments: { number: '7' } }]);
    const [call, result] = asked()?.messages?.slice(-2) ?? [];
    expect(JSON.stringify(call?.tool_calls)).toContain('{\\"number\\":\\"7\\"}');
    expect(String(result?.content)).toContain('on its way');
  });

  it('given a tool that may change something, then nothing happens before the end user agrees', async () => {
    const before = orders.calls.length;
    const talk = await talkWith([{ action: 'mcp.call-tool', connection: 'orders' }]);
    provider.next({ call: { name: 'cancel_order', arguments: { number: '8' } } });
    const { texts } = await talk.say('m1', 'Cancel order 8', 20_000);
    expect(texts[0]).toBe('Shall I do this?\n\ncancel_order\nnumber: 8');
    expect(orders.calls.length).toBe(before);
    provider.next({ reply: 'Done' });
    expect((await talk.say('m2', 'Yes', 20_000)).texts[0]).toBe('Done');
    expect(orders.calls.slice(before)).toEqual([{ tool: 'cancel_order', arguments: { number: '8' } }]);
  });

  it('given arguments that the scenario fills in, then the model neither sees nor changes them', async () => {
    const before = orders.calls.length;
    const bind = { tool: 'find_order', arguments: { customer: '{{ "c-1" }}' } };
    const talk = await talkWith([{ action: 'mcp.read-tool', connection: 'orders', bind }]);
    const forged = { number: '9', customer: 'somebody-else' };
    provider.next({ call: { name: 'find_order', arguments: forged } }, { reply: 'Here' });
    await talk.say('m1', 'Order 9', 20_000);
    expect(offered().map(({ name }) => name)).toEqual(['find_order']);
    expect(JSON.stringify(offered())).not.toContain('customer');
    expect(orders.calls.slice(before)).toEqual([{ tool: 'find_order', arguments: { number: '9', customer: 'c-1' } }]);
  });

  it('given a private address, a program nobody allowed and one that is allowed, then the model is told which are away', async () => {
    const talk = await talkWith(
      ['closed', 'shell', 'local'].map((connection) => ({ action: 'mcp.read-tool', connection })),
    );
    provider.next({ call: { name: 'find_order', arguments: { number: '5' } } }, { reply: 'Found' });
    expect((await talk.say('m1', 'Order 5', 20_000)).texts[0]).toBe('Found');
    const [system] = asked()?.messages ?? [];
    expect(String(system?.content)).toContain('closed (egress_refused), shell (mcp_stdio_refused)');
    expect(String(asked()?.messages?.at(-1)?.content)).toContain('on its way');
    expect(closed.requests).toEqual([]);
  });
});

describe('the connection of an MCP server', { timeout: 60_000 }, () => {
  it.each([
    ['orders', { ok: true }],
    ['local', { ok: true }],
    ['closed', { ok: false, code: 'egress_refused' }],
    ['shell', { ok: false, code: 'mcp_stdio_refused' }],
  ])('%s tells how it is', async (name, expected) => {
    const { body } = await server.call('POST', `connections/${name}/health`, { token });
    expect(body).toMatchObject(expected);
    expect(closed.requests).toEqual([]);
  });

  it('keeps its token to itself', async () => {
    expect(orders.requests.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true);
    const { body } = await server.call('GET', 'connections', { token });
    expect(JSON.stringify(body)).not.toContain(TOKEN);
    expect(JSON.stringify(provider.requests)).not.toContain(TOKEN);
  });
});

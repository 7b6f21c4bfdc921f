import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contractProblems, fakeContext, type FakeContext } from '@scenarium/sdk/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startMcpHttpServer, type McpHttpServer } from './http-server.fixture.ts';
import type { McpConfig } from './index.ts';
import type { McpTool } from './list-tools.ts';
import { createMcpServer, type StdioServers } from './server.ts';

const program = fileURLToPath(new URL('stdio-server.fixture.ts', import.meta.url));
const started = (...how: string[]): StdioServers[string] => ({
  command: process.execPath,
  args: [program, ...how],
  env: { ORDERS_TOKEN: 'listed' },
});
const folder = mkdtempSync(join(tmpdir(), 'mcp-'));
const pidFile = join(folder, 'pid');
const stdioServers: StdioServers = {
  noted: started('stubborn', `pid=${pidFile}`),
  asleep: { command: '/bin/sleep', args: ['20'], env: {} },
  orders: started(),
  stubborn: started('stubborn'),
  chatty: started('chatty'),
  garbage: started('garbage'),
  flood: started('flood'),
  absent: { command: '/nowhere/mcp-server', args: [], env: {} },
};
const server = createMcpServer({ stdioServers });
let remote: McpHttpServer;
beforeAll(async () => {
  remote = await startMcpHttpServer();
});
afterAll(async () => {
  await remote.stop();
  rmSync(folder, { recursive: true });
});

type Context = FakeContext<McpConfig>;
const contextOf = (config: object, changes: Partial<Context> = {}): Context =>
  fakeContext(server.definition.config?.parse(config) as McpConfig, changes);
const http = (more: object = {}): object => ({ url: remote.url, ...more });
const stdio = (name: string): object => ({ transport: 'stdio', server: name });

type Listed = Pick<McpTool, 'name' | 'schema'>;

interface Answered {
  text: string;
  structured?: object;
}

const run = async <T = Answered>(action: string, input: object, context: Context, handlers = server): Promise<T> =>
  handlers.actions[action]?.(
    handlers.definition.actions[action]?.input.parse(input) as never,
    context as never,
  ) as Promise<T>;
const failureOf = (promise: Promise<unknown>): Promise<Error & { code?: string }> =>
  promise.then(
    () => expect.fail('it went well'),
    (error: Error) => error,
  );

/** A server on a local port that answers as the test wants. */
async function answering(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const listening = createServer(answer as never);
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listening.closeAllConnections();
    listening.close();
  });
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/mcp`;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

describe.each([
  ['http', () => http()],
  ['stdio', () => stdio('orders')],
])('a server by %s', (_, config) => {
  it('lists its tools, and says which of them only read', async () => {
    const tools = await run<Listed[]>('list-tools', {}, contextOf(config()));
    expect(tools).toContainEqual(
      expect.objectContaining({ name: 'find_order', title: 'Find an order', readOnly: true }),
    );
    expect(tools).toContainEqual(expect.objectContaining({ name: 'cancel_order', readOnly: false }));
    expect(tools[0]?.schema).toMatchObject({ type: 'object', required: ['number'] });
    await server.healthcheck?.(contextOf(config()) as never);
  });

  it('carries out a tool, with words and structure', async () => {
    const found = await run('call-tool', { tool: 'find_order', arguments: { number: '7' } }, contextOf(config()));
    expect(found.structured).toEqual({ number: '7', status: 'on its way' });
    expect(found.text).toContain('on its way');
    expect(
      await run('read-tool', { tool: 'find_order', arguments: { number: '8' } }, contextOf(config())),
    ).toMatchObject({ structured: { number: '8' } });
  });

  it.each([
    ['call-tool', { tool: 'nothing' }, 'mcp_tool_unknown', 'nothing'],
    ['read-tool', { tool: 'nothing' }, 'mcp_tool_unknown', 'nothing'],
    ['read-tool', { tool: 'cancel_order', arguments: { number: '1' } }, 'mcp_tool_not_read_only', 'cancel_order'],
    ['call-tool', { tool: 'fail' }, 'mcp_tool_failed', 'the warehouse is closed'],
    ['call-tool', { tool: 'cancel_order', arguments: { number: 5 } }, 'mcp_tool_failed', 'number'],
  ])('given %s with %j, then %s', async (action, input, code, words) => {
    const error = await failureOf(run(action, input, contextOf(config())));
    expect(error).toMatchObject({ code, retryable: false, message: expect.stringContaining(words) });
  });

  it('keeps of a long answer what a conversation can hold', async () => {
    const { text } = await run('call-tool', { tool: 'say', arguments: { times: 100_000 } }, contextOf(config()));
    expect(text).toBe(`${'x'.repeat(30_000)}… (cut)`);
    expect(await run('call-tool', { tool: 'structure' }, contextOf(config()))).toEqual({ text: 'large' });
    const error = await failureOf(
      run('call-tool', { tool: 'say', arguments: { times: 3_000_000 } }, contextOf(config())),
    );
    expect(error).toMatchObject({ code: 'mcp_too_large' });
  });

  it('given a call that is given up, then it ends at once', async () => {
    const abort = new AbortController();
    const context = contextOf(config(), { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('given up')), 1_500);
    expect(await failureOf(run('call-tool', { tool: 'hang' }, context))).toMatchObject({ message: 'given up' });
  });
});

describe('a connection', () => {
  it('allows the tools that it names, and no others', async () => {
    const context = contextOf(http({ tools: ['find_order'] }));
    const calls = remote.calls.length;
    expect((await run<Listed[]>('list-tools', {}, context)).map(({ name }) => name)).toEqual(['find_order']);
    expect(
      await failureOf(run('call-tool', { tool: 'cancel_order', arguments: { number: '1' } }, context)),
    ).toMatchObject({ code: 'mcp_tool_refused' });
    expect(remote.calls.length).toBe(calls);
    expect((await server.expandTools?.['call-tool']?.(context as never))?.length).toBe(1);
  });

  it('is a model’s list of tools: what is not said to read only is irreversible', async () => {
    const reading = (await server.expandTools?.['read-tool']?.(contextOf(http()) as never)) ?? [];
    const all = (await server.expandTools?.['call-tool']?.(contextOf(http()) as never)) ?? [];
    expect(reading.every(({ irreversible }) => !irreversible)).toBe(true);
    expect(reading.map(({ name }) => name)).not.toContain('cancel_order');
    expect(all.find(({ name }) => name === 'cancel_order')).toMatchObject({ irreversible: true });
  });

  it.each([
    ['authorization', {}, 'Bearer sentinel-1'],
    ['x-api-key', { header: 'X-Api-Key' }, 'sentinel-1'],
  ])('sends its token in %s, and leaves no session behind', async (header, more, value) => {
    const before = remote.requests.length;
    const sessions = remote.sessions();
    await run('list-tools', {}, contextOf(http({ token: 'sentinel-1', ...more })));
    const sent = remote.requests.slice(before);
    expect(sent.every(({ headers }) => headers[header] === value)).toBe(true);
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST', 'DELETE']);
    expect(remote.sessions()).toBe(sessions);
  });

  it.each([
    [{}, 'url'],
    [{ transport: 'stdio' }, 'server'],
    [{ transport: 'stdio', server: 'orders', command: 'sh' }, 'command'],
    [{ transport: 'stdio', server: 'orders', args: ['-c'] }, 'args'],
    [{ url: 'file:///etc/passwd' }, 'url'],
    [{ url: 'http://a.example', header: 'a\r\nb' }, 'header'],
  ])('given %j, then %s is wrong', (config, field) => {
    const { error } = server.definition.config?.safeParse(config) ?? {};
    expect(JSON.stringify(error?.issues)).toContain(field);
  });
});

describe('an odd server', () => {
  it.each([
    ['HTML', 200, 'text/html', '<html>', 'mcp_protocol', false],
    ['garbage as JSON', 200, 'application/json', '{{{', 'mcp_protocol', false],
    ['another JSON', 200, 'application/json', '{"ok":true}', 'mcp_protocol', false],
    ['garbage as a stream', 200, 'text/event-stream', 'data: {{{\n\n', 'mcp_protocol', false],
    ['404', 404, 'text/plain', 'no', 'mcp_protocol', false],
    ['401', 401, 'text/plain', 'sentinel-2 is wrong', 'mcp_unauthorised', false],
    ['429', 429, 'text/plain', 'later', 'mcp_busy', true],
    ['502', 502, 'text/plain', 'bad', 'mcp_unreachable', true],
  ])('given %s, then its code says so, without the token', async (_, status, type, body, code, retryable) => {
    const url = await answering((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));
    const error = await failureOf(run('list-tools', {}, contextOf({ url, token: 'sentinel-2' })));
    expect(error).toMatchObject({ code, retryable });
    expect(`${error.stack}`).not.toContain('sentinel-2');
  });

  it('given words of an error that hold the token, then they are shown without it', async () => {
    const url = await answering(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const { id } = JSON.parse(Buffer.concat(parts).toString() || '{}') as { id?: number };
      const error = { code: -32_603, message: `cannot use ${request.headers.authorization}` };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ jsonrpc: '2.0', id, error }));
    });
    const error = await failureOf(run('list-tools', {}, contextOf({ url, token: 'sentinel-3' })));
    expect(error).toMatchObject({ code: 'mcp_protocol', message: expect.stringContaining('Bearer …') });
  });

  it.each([
    ['as JSON', 'application/json', '{"a":"'],
    ['as a stream', 'text/event-stream', 'data: '],
  ])('given an answer without end %s, then it is cut', async (_, type, begin) => {
    let sent = 0;
    const url = await answering((_request, response) => {
      response.writeHead(200, { 'content-type': type }).write(begin);
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(100_000))) sent += 100_000;
        sent += 100_000;
      };
      response.on('drain', more);
      more();
    });
    expect(await failureOf(run('list-tools', {}, contextOf({ url })))).toMatchObject({ code: 'mcp_too_large' });
    expect(sent).toBeLessThan(20_000_000);
  });

  it('given silence, then the call ends at its deadline and the connection is closed', async () => {
    const closed = Promise.withResolvers<void>();
    const url = await answering((_request, response) => void response.on('close', closed.resolve));
    const signal = AbortSignal.timeout(300);
    expect(await failureOf(run('list-tools', {}, contextOf({ url }, { signal })))).toMatchObject({
      name: 'TimeoutError',
    });
    await closed.promise;
  });

  it('given nobody, then it may be tried again', async () => {
    const error = await failureOf(run('list-tools', {}, contextOf({ url: 'http://127.0.0.1:1/mcp' })));
    expect(error).toMatchObject({ code: 'mcp_unreachable', retryable: true });
  });
});

describe('a program', () => {
  it('gets the arguments and variables of the installation, and no others', async () => {
    const { text } = await run('call-tool', { tool: 'environment' }, contextOf(stdio('chatty')));
    expect(JSON.parse(text)).toMatchObject({ names: ['ORDERS_TOKEN'], args: ['chatty'] });
  });

  it.each(['sh', '/bin/sh', 'orders ', '__proto__', 'constructor'])(
    'given %j, which nobody allowed, then mcp_stdio_refused says what to do',
    async (name) => {
      const error = await failureOf(run('list-tools', {}, contextOf(stdio(name))));
      expect(error).toMatchObject({ code: 'mcp_stdio_refused', message: expect.stringContaining('MCP_STDIO_SERVERS') });
    },
  );

  it('is refused where the installation allows none', async () => {
    const none = createMcpServer({ stdioServers: {} });
    expect(await failureOf(run('list-tools', {}, contextOf(stdio('orders')), none))).toMatchObject({
      code: 'mcp_stdio_refused',
    });
  });

  it.each([
    ['absent', 'mcp_unreachable'],
    ['garbage', 'mcp_protocol'],
    ['flood', 'mcp_too_large'],
  ])('given %s, then %s', async (name, code) => {
    expect(await failureOf(run('list-tools', {}, contextOf(stdio(name))))).toMatchObject({ code });
  });

  it('is gone after a call, also where it will not leave', async () => {
    const { text } = await run('call-tool', { tool: 'environment' }, contextOf(stdio('stubborn')));
    const { pid } = JSON.parse(text) as { pid: number };
    expect(isAlive(pid)).toBe(true);
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  it('is gone after a call that was given up while it began, also where it will not leave', async () => {
    const abort = new AbortController();
    const call = run('call-tool', { tool: 'hang' }, contextOf(stdio('noted'), { signal: abort.signal }));
    const failed = failureOf(call);
    await expect.poll(() => existsSync(pidFile)).toBe(true);
    abort.abort(new Error('given up'));
    expect(await failed).toMatchObject({ message: 'given up' });
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  it('does not outlive a host that exits in the middle of a call', async () => {
    const file = join(folder, 'leaving');
    const host = fileURLToPath(new URL('leaving-host.fixture.ts', import.meta.url));
    await promisify(execFile)(process.execPath, ['--conditions=scenarium-source', host, program, file]);
    const pid = Number(readFileSync(file, 'utf8'));
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  it('runs beside fifteen others at the most', async () => {
    const abort = new AbortController();
    const context = contextOf(stdio('asleep'), { signal: abort.signal });
    const calls = Array.from({ length: 17 }, () => failureOf(run('list-tools', {}, context)));
    expect(await Promise.race(calls)).toMatchObject({ code: 'mcp_busy', retryable: true });
    abort.abort(new Error('given up'));
    expect((await Promise.all(calls)).filter(({ code }) => code === 'mcp_busy')).toHaveLength(1);
  });
});

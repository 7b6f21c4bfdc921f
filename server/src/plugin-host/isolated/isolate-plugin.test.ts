import { HumanMessage } from '@langchain/core/messages';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionContext } from '@scenarium/sdk';
import { channelRequest, fakeContext } from '@scenarium/sdk/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isolatePlugin, type IsolatedPlugin } from './isolate-plugin.ts';
import { writePlugin } from './write-plugin.fixture.ts';

const dir = mkdtempSync(join(tmpdir(), 'isolated-'));
const logged: { level: string; facts: Record<string, unknown>; message?: string }[] = [];
const log = Object.fromEntries(
  ['info', 'warn', 'error'].map((level) => [
    level,
    (facts: Record<string, unknown>, message: string) => void logged.push({ level, facts, message }),
  ]),
) as unknown as Parameters<typeof isolatePlugin>[0]['log'];
const limits = { memory: 256, unresponsive: 3_000, printed: 200_000 };
let service: Server;
let url: string;
let plugin: IsolatedPlugin | undefined;
let number = 0;

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => (body += data));
    request.on('end', () =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ body, is: request.method })),
    );
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
});
afterEach(() => {
  plugin?.process.stop();
  logged.length = 0;
});
afterAll(() => {
  service.close();
  rmSync(dir, { recursive: true, force: true });
});

async function start(body?: string): Promise<IsolatedPlugin> {
  number += 1;
  const folder = writePlugin(dir, { id: `guest-${number}`, ...(body !== undefined && { body }) });
  plugin = await isolatePlugin({ name: 'guest', entry: join(folder, 'index.ts'), readable: [folder], limits, log });
  return plugin;
}

function run(input: object, context: ActionContext<unknown> = fakeContext({ greeting: 'Hi' })): Promise<unknown> {
  return plugin?.handlers.actions['run']?.(input as never, context as never) as Promise<unknown>;
}

describe('a plugin in its own process', () => {
  it('given what an author wrote, then everything it offers is there and works', async () => {
    const { handlers } = await start(
      'context.progress("gro"); context.log.info({ n: 1 }, "worked"); await context.saveSecrets({ key: "new" }); return [input.how, input.times, context.config.greeting, context.conversation.id, context.idempotencyKey];',
    );
    const context = fakeContext({ greeting: 'Hi' });
    expect(await run({ how: 'well' }, context)).toEqual(['well', 2, 'Hi', 'conversation', 'effect-1']);
    expect(context.shown).toEqual(['gro']);
    expect(context.saved).toEqual([{ key: 'new' }]);
    expect(context.lines).toEqual([{ level: 'info', facts: { n: 1 }, message: 'worked' }]);
    expect(handlers.definition.config?.parse({})).toEqual({ greeting: 'Hello' });
    const { models, retrievers, healthcheck, onEvent } = handlers;
    const chat = await models.chat?.({ greeting: 'Hi' } as never, {}, context);
    const chunks: string[] = [];
    for await (const chunk of (await chat?.stream([new HumanMessage('?')])) ?? []) chunks.push(String(chunk.content));
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunks.join('')).toBe('Hi from the model');
    expect((await chat?.invoke('?'))?.content).toBe('Hi from the model');
    const embeddings = await models.embeddings?.({} as never, {}, context);
    expect(await embeddings?.embedDocuments(['a', 'abc'])).toEqual([[1], [3]]);
    expect(await embeddings?.embedQuery('ab')).toEqual([2]);
    expect(await retrievers['shelf']?.({ text: 'книга', limit: 1, locale: 'ru' }, context as never)).toEqual([
      { id: '1', source: 's', title: 'Hi', text: 'книга', score: 1 },
    ]);
    await expect(healthcheck?.(fakeContext({ greeting: 'ill' }) as never)).rejects.toMatchObject({ code: 'guest_ill' });
    await onEvent?.({ id: '1', name: 'conversation.started', tenant: 't', at: '', data: {} }, context as never);
    expect(context.lines.at(-1)).toMatchObject({ facts: { name: 'conversation.started' } });
  });

  it('given tools and a channel, then they are listed and served as those of any plugin', async () => {
    const { handlers } = await start();
    const context = fakeContext({ greeting: 'Hi' }) as never;
    expect(handlers.definition.actions['any']?.tool).toEqual({ irreversible: false, own: {}, expands: true });
    expect(await handlers.expandTools?.['any']?.(context)).toMatchObject([{ name: 'one', description: 'Hi' }]);
    const { bot } = handlers.channels;
    expect(handlers.definition.channels['bot']?.modes).toEqual(['webhook', 'poll']);
    const request = channelRequest('{"text":"привет"}', { 'x-key': 'right' });
    expect(await bot?.receive?.(request, context)).toMatchObject({ messages: [{ text: 'привет', externalId: '23' }] });
    await expect(bot?.receive?.(channelRequest('{}'), context)).rejects.toMatchObject({ code: 'channel_unauthorised' });
    expect(await bot?.poll?.('a', context)).toEqual({ messages: [], cursor: 'a+' });
    const said = { to: 'c', text: '', locale: 'en' };
    expect(await bot?.send({ ...said, id: '1' }, context)).toEqual({ externalId: 'got 1' });
    await expect(bot?.send({ ...said, id: 'later' }, context)).rejects.toMatchObject({ code: 'busy', retryAfterMs: 5 });
    expect([bot?.setUp, bot?.tearDown]).toEqual([undefined, undefined]);
  });

  it('given the host lets it, then it goes outside through the host, streams included', async () => {
    await start(
      'const one = await context.http.request({ method: "GET", url: input.how }); const two = await context.fetch(input.how, { method: "POST", body: "тело" }); return [one.body, two.status, await two.json()];',
    );
    expect(await run({ how: url })).toEqual([{ body: '', is: 'GET' }, 200, { body: 'тело', is: 'POST' }]);
  });

  it('given input its own schema refuses, or an error with a code, then the code arrives', async () => {
    await start('throw new ActionError("guest_busy", "later", { retryable: true, retryAfterMs: 5 });');
    await expect(run({ how: 'unrefined' })).rejects.toMatchObject({ code: 'action_input_invalid' });
    await expect(run({ how: 'x' })).rejects.toMatchObject({ code: 'guest_busy', retryable: true, retryAfterMs: 5 });
  });

  it('given a call that is over, then nothing is done in its name', async () => {
    await start(
      'if (input.how === "first") { globalThis.kept = context; return 1; } return globalThis.kept.http.request({ method: "GET", url: "http://x" }).catch((error) => error.code);',
    );
    await run({ how: 'first' });
    expect(await run({ how: 'second' })).toBe('call_over');
  });

  it('given a call that is given up, then the handler hears of it', async () => {
    await start(
      'if (input.how === "wait") await new Promise((resolve) => context.signal.addEventListener("abort", () => { globalThis.gone = true; resolve(); })); return globalThis.gone === true;',
    );
    const controller = new AbortController();
    const waiting = run({ how: 'wait' }, fakeContext({}, { signal: controller.signal }));
    setTimeout(() => controller.abort(new Error('enough')), 100);
    await expect(waiting).rejects.toThrow('enough');
    expect(await run({ how: 'look' })).toBe(true);
  });
});

describe('what a plugin in its own process cannot do', () => {
  const ways = {
    'the network by fetch': `return fetch("URL").then((r) => r.status);`,
    'the network by a module': `return (await import("node:net")).connect(new URL("URL").port, "127.0.0.1");`,
    'the network by require': `return (await import("node:module")).createRequire("file:///x/")("http");`,
    'the network by the inner loader': `return (await import("node:module")).default._load("net");`,
    'the network by getBuiltinModule': `return process.getBuiltinModule("tls");`,
    'the network by a binding': `return process.binding("tcp_wrap");`,
    'names by DNS': `return (await import("node:dns")).promises.resolve("example.com");`,
    'own hooks': `return (await import("node:module")).registerHooks({});`,
    'a child': `return (await import("node:child_process")).execSync("id").toString();`,
    'a thread': `return new (await import("node:worker_threads")).Worker("1", { eval: true }).threadId;`,
    'files of others': `return (await import("node:fs")).readFileSync("/etc/hostname", "utf8");`,
    'facts of its process': `return (await import("node:fs")).readFileSync("/proc/self/environ", "utf8");`,
    'writing its own files': `return (await import("node:fs")).writeFileSync(new URL("index.ts", import.meta.url), "") ?? 1;`,
    'a signal to the server': `return process.kill(process.ppid, 0);`,
    'the inspector': `return (await import("node:inspector")).url() ?? 1;`,
  };
  it('given any of the ways out, then it is refused and nothing happens', async () => {
    const cases = Object.entries(ways).map(([name, code]) => `if (input.how === ${JSON.stringify(name)}) { ${code} }`);
    await start(cases.join('\n').replaceAll('URL"', `${url}"`));
    let requests = 0;
    service.on('request', () => (requests += 1));
    const done: string[] = [];
    for (const how of Object.keys(ways))
      await run({ how }).then(
        () => done.push(how),
        () => undefined,
      );
    expect(done).toEqual([]);
    expect(requests).toBe(0);
  });

  it('given the environment of the server, then it sees none of it', async () => {
    await start('return Object.keys(process.env);');
    expect(await run({ how: '' })).toEqual([]);
  });
});

describe('a plugin that misbehaves', () => {
  const ways = {
    'loops for ever': ['for (;;);', 'did not react'],
    'allocates buffers without end': ['const all = []; for (;;) all.push(Buffer.alloc(20e6, 1));', 'memory'],
    'allocates objects without end': ['const all = []; for (;;) all.push({ all: [1, 2, 3] });', 'memory'],
    exits: ['process.exit(3);', 'exited (3)'],
    'prints without end': ['for (;;) { console.log("x".repeat(1000)); await new Promise(setImmediate); }', 'printed'],
    'writes rubbish to the host': [
      '(await import("node:fs")).writeSync(3, "rubbish\\n"); await new Promise(() => {});',
      'JSON',
    ],
    'answers something enormous': ['return "x".repeat(20e6);', 'too long'],
    'floods the host': [
      'for (;;) { for (let i = 0; i < 500; i += 1) context.log.info({}); await new Promise(setImmediate); }',
      'too many',
    ],
  };
  it.each(Object.entries(ways))(
    'given one that %s, then it is stopped, the call fails, and the next one works',
    async (_, [code, reason]) => {
      await start(`if (input.how === "well") return "again"; ${code}`);
      const begin = performance.now();
      let longest = 0;
      let last = begin;
      const pulse = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 5);
      await expect(run({ how: 'badly' })).rejects.toMatchObject({
        code: 'plugin_stopped',
        retryable: true,
        message: expect.stringContaining(reason as string) as string,
      });
      clearInterval(pulse);
      expect(longest).toBeLessThan(1_500);
      expect(await run({ how: 'well' })).toBe('again');
      expect(plugin?.process.state()).toMatchObject({
        running: true,
        restarts: 1,
        lastEnd: { reason: expect.stringContaining(reason as string) as string },
      });
      expect(logged).toContainEqual(expect.objectContaining({ level: 'error', message: 'plugin stopped' }));
    },
  );

  it('given one that throws beside a call, then it goes on', async () => {
    await start(
      'if (input.how === "badly") { setTimeout(() => { throw new Error("late"); }); void Promise.reject(new Error("left")); await new Promise((resolve) => setTimeout(resolve, 50)); } return 1;',
    );
    expect(await run({ how: 'badly' })).toBe(1);
    expect(await run({ how: 'well' })).toBe(1);
    expect(plugin?.process.state().restarts).toBe(0);
  });
});

import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AIMessage, HumanMessage, SystemMessage, ToolMessage, type AIMessageChunk } from '@langchain/core/messages';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forking } from './fork.fixture.ts';
import { gguf, type GgufConfig } from './index.ts';
import { createGgufServer } from './server.ts';
import { TINY_WIDTH, tinyModel } from './tiny-model.fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'gguf-'));
const modelsDirectory = join(root, 'models');
const { startProcess, started } = forking();
const server = createGgufServer({ modelsDirectory, startProcess });
const WEATHER = {
  type: 'function',
  function: {
    name: 'weather',
    description: 'Weather in a city',
    parameters: {
      type: 'object',
      properties: { city: { enum: ['Omsk', 'Oslo'] }, day: { type: 'null' } },
      required: ['city'],
    },
  },
};

function configOf(changes: Partial<GgufConfig> = {}): GgufConfig {
  const given = {
    chatModel: 'tiny.gguf',
    embeddingModel: 'tiny-embed.gguf',
    contextTokens: 512,
    threads: 1,
    temperature: 0,
  };
  return gguf.config?.parse({ ...given, ...changes }) as GgufConfig;
}

async function chatOf(changes: Partial<GgufConfig> = {}, { options = {}, from = server } = {}): Promise<BaseChatModel> {
  const config = configOf(changes);
  return (await from.models.chat?.(
    config as never,
    { maxTokens: 24, ...options },
    fakeContext(config),
  )) as BaseChatModel;
}

async function embeddingsOf(changes: Partial<GgufConfig> = {}) {
  const config = configOf(changes);
  return server.models.embeddings?.(config as never, {}, fakeContext(config));
}

const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing was refused',
    (error) => error,
  );

beforeAll(() => {
  mkdirSync(modelsDirectory);
  const model = tinyModel();
  writeFileSync(join(modelsDirectory, 'tiny.gguf'), model);
  writeFileSync(join(modelsDirectory, 'tiny-embed.gguf'), tinyModel({ seed: 7 }));
  writeFileSync(join(modelsDirectory, 'caller.gguf'), tinyModel({ habit: '||call:▁' }));
  writeFileSync(join(modelsDirectory, 'notes.txt'), 'no model');
  writeFileSync(join(modelsDirectory, 'large-00001-of-00002.gguf'), model);
  writeFileSync(join(modelsDirectory, 'large-00002-of-00002.gguf'), model);
  writeFileSync(join(modelsDirectory, 'cut.gguf'), model.subarray(0, model.length / 2));
  writeFileSync(join(modelsDirectory, 'cut-head.gguf'), model.subarray(0, 200));
  writeFileSync(join(modelsDirectory, 'magic.gguf'), Buffer.concat([Buffer.from('FUGG'), model.subarray(4)]));
  writeFileSync(
    join(modelsDirectory, 'noise.gguf'),
    Buffer.concat([model.subarray(0, 24), tinyModel({ seed: 3 }).subarray(9_000)]),
  );
  writeFileSync(join(modelsDirectory, 'empty.gguf'), '');
  writeFileSync(join(root, 'outside.gguf'), model);
  symlinkSync('../outside.gguf', join(modelsDirectory, 'link.gguf'));
  mkdirSync(join(modelsDirectory, 'folder.gguf'));
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

it('given the same seed, then the same file', () => {
  expect(tinyModel().equals(tinyModel({ seed: 1 }))).toBe(true);
  expect(tinyModel().equals(tinyModel({ seed: 2 }))).toBe(false);
});

describe('chat', () => {
  it('answers with what it used, the same at temperature 0', async () => {
    const chat = await chatOf();
    const first = await chat.invoke([new SystemMessage('Be kind'), new HumanMessage('Hello')]);
    expect(first.text.length).toBeGreaterThan(0);
    expect(first.usage_metadata).toMatchObject({ output_tokens: 24 });
    expect(first.usage_metadata?.input_tokens).toBeGreaterThan(10);
    expect(first.response_metadata).toMatchObject({ finish_reason: 'length' });
    expect((await chat.invoke([new SystemMessage('Be kind'), new HumanMessage('Hello')])).text).toBe(first.text);
    expect((await chat.invoke([new SystemMessage('Be rude'), new HumanMessage('Goodbye')])).text).not.toBe(first.text);
  });

  it('streams what it says', async () => {
    const chat = await chatOf();
    let whole: AIMessageChunk | undefined;
    let pieces = 0;
    for await (const chunk of await chat.stream('Hello')) {
      if (chunk.text) pieces += 1;
      whole = whole ? whole.concat(chunk) : chunk;
    }
    expect(pieces).toBeGreaterThan(5);
    expect(whole?.text).toBe((await chat.invoke('Hello')).text);
    expect(whole?.usage_metadata).toMatchObject({ output_tokens: 24 });
  });

  it('given many calls at once, then one load, and answers that do not mix', async () => {
    const before = started.length;
    const chats = await Promise.all(Array.from({ length: 4 }, () => chatOf({ contextTokens: 600 })));
    const answers = await Promise.all(chats.map((chat, i) => chat.invoke(`Question ${i % 2}`)));
    expect(started.length).toBe(before + 1);
    expect(answers[2]?.text).toBe(answers[0]?.text);
    expect(answers[3]?.text).toBe(answers[1]?.text);
    expect(answers[1]?.text).not.toBe(answers[0]?.text);
  });

  it('fills in records by a grammar', async () => {
    const schema = {
      type: 'object',
      properties: {
        name: { type: 'string', maxLength: 8 },
        mood: { enum: ['good', 'bad'] },
        day: { type: 'string', format: 'date' },
        known: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      },
      required: ['name', 'mood', 'day', 'known'],
    };
    const chat = await chatOf({}, { options: { maxTokens: 200 } });
    const { raw, parsed } = (await chat
      .withStructuredOutput(schema, { includeRaw: true })
      .invoke([new HumanMessage('Who?')])) as { raw: AIMessage; parsed: Record<string, unknown> };
    expect(Object.keys(parsed)).toEqual(['name', 'mood', 'day', 'known']);
    expect(parsed['mood']).toMatch(/^(good|bad)$/);
    expect(parsed['day']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect([true, false, null]).toContain(parsed['known']);
    expect(JSON.parse(raw.text)).toEqual(parsed);
    const cut = (await chatOf({}, { options: { maxTokens: 3 } })).withStructuredOutput(schema, { includeRaw: true });
    expect(await cut.invoke([new HumanMessage('Who?')])).toMatchObject({ parsed: null });
  });

  it.each(['invoke', 'stream'] as const)('calls a tool and takes what it gave (%s)', async (way) => {
    const chat = (
      await chatOf({ chatModel: 'caller.gguf', contextTokens: 2_048 }, { options: { maxTokens: 200 } })
    ).bindTools?.([WEATHER as never]);
    let called: AIMessageChunk | undefined;
    if (way === 'invoke') called = await chat?.invoke('Weather?');
    else
      for await (const chunk of (await chat?.stream('Weather?')) ?? []) called = called ? called.concat(chunk) : chunk;
    expect(called?.tool_calls).toEqual([
      {
        id: expect.any(String),
        name: 'weather',
        args: { city: expect.stringMatching(/^(Omsk|Oslo)$/) },
        type: 'tool_call',
      },
    ]);
    const [call] = called?.tool_calls ?? [];
    const next = await chat?.invoke([
      new HumanMessage('Weather?'),
      new AIMessage({ content: '', tool_calls: [call!] }),
      new ToolMessage({ content: '{"celsius":-20}', tool_call_id: call!.id!, name: 'weather' }),
    ]);
    expect(next?.usage_metadata?.input_tokens).toBeGreaterThan((called?.usage_metadata?.input_tokens ?? 0) + 20);
  });

  it('given nobody waits any more, then it stops at once and goes on with the next', async () => {
    const chat = await chatOf({ contextTokens: 4_096 }, { options: { maxTokens: 4_000 } });
    const controller = new AbortController();
    let pieces = 0;
    const stream = async (): Promise<void> => {
      for await (const { text } of await chat.stream('Tell me everything', { signal: controller.signal })) {
        if (text) pieces += 1;
        if (pieces === 3) controller.abort(new Error('enough'));
      }
    };
    const waiting = new AbortController();
    const both = [refusal(stream()), refusal(chat.invoke('Another', { signal: waiting.signal }))];
    waiting.abort(new Error('not worth waiting'));
    for (const error of await Promise.all(both)) expect(error).toBeInstanceOf(Error);
    expect(pieces).toBeLessThan(1_000);
    const next = await chatOf({ contextTokens: 4_096 });
    expect((await next.invoke('Hello')).usage_metadata).toMatchObject({ output_tokens: 24 });
  });

  it('given more than the context holds, then it says how much', async () => {
    const error = await refusal((await chatOf()).invoke('word '.repeat(600)));
    expect(error).toMatchObject({ code: 'context_exceeded', message: expect.stringContaining('the context 512') });
    const nearly = await (await chatOf()).invoke('word '.repeat(85));
    expect(nearly.usage_metadata?.input_tokens).toBeGreaterThan(512 * 0.85);
  });

  it('given its process dies, then that is said, and the next call starts another', async () => {
    const chat = await chatOf({ contextTokens: 4_000 }, { options: { maxTokens: 3_000 } });
    const stream = async (): Promise<void> => {
      for await (const { text } of await chat.stream('Hello')) if (text) started.at(-1)?.kill('SIGKILL');
    };
    expect(await refusal(stream())).toMatchObject({ code: 'model_crashed', retryable: true });
    const again = await chatOf({ contextTokens: 4_000 });
    expect((await again.invoke('Hello')).text.length).toBeGreaterThan(0);
  });
});

describe('embeddings', () => {
  it('gives vectors of the length of the model, the same for the same text', async () => {
    const embeddings = await embeddingsOf();
    const [one = [], two = [], same = []] =
      (await embeddings?.embedDocuments(['Delivery', 'Refund', 'Delivery'])) ?? [];
    expect(one).toHaveLength(TINY_WIDTH);
    expect(one.some((value) => value !== 0)).toBe(true);
    expect(same).toEqual(one);
    expect(two).not.toEqual(one);
    expect(await (await embeddingsOf())?.embedQuery('Delivery')).toEqual(one);
  });

  it('given no file for them, or a passage that is too long, then it says so', async () => {
    expect(await refusal(embeddingsOf({ embeddingModel: undefined }))).toMatchObject({ code: 'model_file_missing' });
    expect(await refusal((await embeddingsOf())!.embedQuery('word '.repeat(600)))).toMatchObject({
      code: 'context_exceeded',
    });
  });
});

describe('files', () => {
  it.each([
    '../outside.gguf',
    '/etc/passwd',
    'a/../tiny.gguf',
    '..\\outside.gguf',
    'link.gguf',
    'folder.gguf',
    'notes.txt',
    '.gguf',
    'a\0.gguf',
  ])('refuses %j', async (chatModel) => {
    const before = started.length;
    expect(await refusal(chatOf({ chatModel }))).toMatchObject({ code: 'model_file_refused' });
    expect(started.length).toBe(before);
  });

  it('refuses a path that a scenario asks for', async () => {
    const error = await refusal(chatOf({}, { options: { model: '../outside.gguf' } }));
    expect(error).toMatchObject({ code: 'model_file_refused' });
  });

  it('given no such file, then it tells which there are, without the path', async () => {
    const error = await refusal(chatOf({ chatModel: 'absent.gguf' }));
    expect(error).toMatchObject({ code: 'model_file_missing', message: expect.stringContaining('caller.gguf') });
    expect(String(error)).not.toContain(root);
  });

  it.each(['cut.gguf', 'cut-head.gguf', 'magic.gguf', 'noise.gguf', 'empty.gguf'])(
    'given %s, then model_file_broken, and everything else goes on',
    async (chatModel) => {
      const error = await refusal(chatOf({ chatModel }));
      expect(error).toMatchObject({
        code: 'model_file_broken',
        message: expect.stringContaining(chatModel),
        retryable: false,
      });
      expect(String(error)).not.toContain(root);
    },
  );

  it('lists models by their kind', async () => {
    const config = configOf();
    const listed = await server.listModels?.(config as never, fakeContext(config));
    expect(listed).toContainEqual({ id: 'tiny.gguf', kind: 'chat' });
    expect(listed).toContainEqual({ id: 'tiny-embed.gguf', kind: 'embeddings' });
    expect(listed?.map(({ id }) => id)).toContain('large-00001-of-00002.gguf');
    expect(listed?.map(({ id }) => id)).not.toContain('large-00002-of-00002.gguf');
    expect(listed?.map(({ id }) => id)).not.toContain('notes.txt');
    const empty = createGgufServer({ modelsDirectory: join(root, 'nowhere'), startProcess });
    expect(await empty.listModels?.(config as never, fakeContext(config))).toEqual([]);
  });
});

describe('the machine', () => {
  it('looks at the files without loading them', async () => {
    const healthcheck = (changes: Partial<GgufConfig>) => {
      const config = configOf(changes);
      return server.healthcheck?.({ ...fakeContext(config), config: config as never });
    };
    expect(await healthcheck({})).toBeUndefined();
    expect(await refusal(healthcheck({ embeddingModel: 'magic.gguf' })!)).toMatchObject({ code: 'model_file_broken' });
    expect(started.slice(-2).map(({ signalCode }) => signalCode)).toEqual(['SIGKILL', 'SIGKILL']);
  });

  it('given too little memory, then the numbers', async () => {
    const small = createGgufServer({ modelsDirectory, startProcess, memoryBytes: 1_048_576 });
    const error = await refusal(chatOf({ contextTokens: 4_096 }, { from: small }));
    expect(error).toMatchObject({
      code: 'model_too_large',
      message: expect.stringMatching(
        /about \d+\.\d MB.*model 0\.4 MB.*context of 4096 tokens \d+\.\d MB.*1\.0 MB are free/,
      ),
    });
  });

  it('given llama.cpp does not load here, then it says what to do', async () => {
    const hook = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) { if (name === 'node-llama-cpp') throw new Error('no binary'); return next(name, context); } });`;
    const { startProcess: start } = forking([`--import=data:text/javascript,${encodeURIComponent(hook)}`]);
    const bare = createGgufServer({ modelsDirectory, startProcess: start });
    expect(await refusal(chatOf({}, { from: bare }))).toMatchObject({
      code: 'llama_unavailable',
      message: expect.stringMatching(/no binary.*npm ci.*Ollama/),
    });
  });
});

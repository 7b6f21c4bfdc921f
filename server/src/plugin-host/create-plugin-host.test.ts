import { ActionError, type PluginHandlers } from '@scenarium/sdk';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPluginHost } from './create-plugin-host.ts';
import { createHttpClient } from './http-client/create-http-client.ts';
import { callOf, NO_CONNECTIONS, pluginDoing, rememberedLog } from './plugins.fixture.ts';

const client = createHttpClient({ allow: [] });

function hostWith(...plugins: PluginHandlers[]) {
  const { lines, log } = rememberedLog();
  return { lines, host: createPluginHost({ plugins, client, log, connections: NO_CONNECTIONS }) };
}

const failed = (code: string, message: unknown, retryable = false) => ({
  ok: false,
  error: { code, message, retryable },
});

describe('a call', () => {
  it('given a known action, then its handler gets checked input and its context, and its output comes back', async () => {
    const { host, lines } = hostWith(
      pluginDoing(async (input, { idempotencyKey, conversation }) => ({ input, idempotencyKey, conversation })),
    );
    const { conversation } = callOf();
    const output = { input: { n: 1, text: 'hi' }, idempotencyKey: 'effect-1', conversation };
    expect(await host.execute(callOf({ input: { text: 'hi', stray: true } }))).toEqual({ ok: true, output });
    expect(lines).toMatchObject([{ level: 'info', facts: { action: 'test.run', conversation: 'c1', tenant: 't1' } }]);
  });

  it('given an action nobody has, then action_unknown', async () => {
    const { host } = hostWith();
    for (const action of ['crm.lead', 'constructor', '__proto__', ''])
      expect(await host.execute(callOf({ action }))).toEqual(failed('action_unknown', expect.stringContaining(action)));
  });

  it('given wrong input, then action_input_invalid with the paths, without the values, and the handler rests', async () => {
    let calls = 0;
    const { host, lines } = hostWith(pluginDoing(async () => (calls += 1)));
    const outcome = await host.execute(callOf({ input: { n: 'hidden-word', text: 5 } }));
    expect(outcome).toEqual(failed('action_input_invalid', expect.stringMatching(/^n: .*; text: /)));
    expect(JSON.stringify([outcome, lines])).not.toContain('hidden-word');
    expect(calls).toBe(0);
  });

  it('given an error with a code, then the scenario sees it', async () => {
    const { host } = hostWith(
      pluginDoing(async () => {
        throw new ActionError('lead_not_found', 'there is no lead 7', { retryable: true });
      }),
    );
    expect(await host.execute(callOf())).toEqual(failed('lead_not_found', 'there is no lead 7', true));
  });

  it('given a refused request, then the code of the client', async () => {
    const { host } = hostWith(
      pluginDoing(async (_, context) => context.http.request({ method: 'GET', url: 'http://[::1]/' })),
    );
    expect(await host.execute(callOf())).toEqual(failed('egress_refused', expect.stringContaining('[::1]')));
  });

  it.each([
    [
      'an error',
      new Error('cannot reach https://user:hidden@api.example/bot-hidden?key=hidden'),
      'https://api.example/…',
    ],
    ['a text', 'hidden', 'no error'],
    ['nothing', undefined, 'no error'],
    ['something hostile', Object.create(null), 'no error'],
  ])('given %s is thrown, then action_failed without stack and secrets', async (_, thrown, words) => {
    const { host, lines } = hostWith(
      pluginDoing(async () => {
        throw thrown;
      }),
    );
    const outcome = await host.execute(callOf());
    expect(outcome).toEqual(failed('action_failed', expect.stringContaining(words)));
    expect(JSON.stringify(outcome)).not.toContain('.ts');
    expect(JSON.stringify([outcome, lines])).not.toContain('hidden');
    expect(lines).toMatchObject([{ level: 'error' }, { level: 'warn', facts: { code: 'action_failed' } }]);
  });

  it('given a handler that throws at once, then it is the same', async () => {
    const { host } = hostWith(
      pluginDoing(() => {
        throw new ActionError('at_once', 'now');
      }),
    );
    expect(await host.execute(callOf())).toMatchObject({ error: { code: 'at_once' } });
  });
});

describe('time', () => {
  const hanging = () => pluginDoing(() => new Promise(() => undefined), { timeoutMs: 20 });

  it('given a handler that never ends, when the deadline of the action or of the call passes, then timed_out', async () => {
    const { host } = hostWith(hanging());
    expect(await host.execute(callOf())).toEqual(failed('timed_out', 'no result within 20 ms', true));
    expect(await host.execute(callOf({ timeoutMs: 5 }))).toEqual(failed('timed_out', 'no result within 5 ms', true));
  });

  it('given a handler that heeds its signal, then timed_out all the same', async () => {
    const { host } = hostWith(
      pluginDoing(
        (_, { signal }) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
      ),
    );
    expect(await host.execute(callOf({ timeoutMs: 5 }))).toMatchObject({ error: { code: 'timed_out' } });
  });

  it('given the caller gives up, then aborted; before the call, then the handler is never asked', async () => {
    let calls = 0;
    const begun = Promise.withResolvers<void>();
    const { host } = hostWith(
      pluginDoing(() => {
        calls += 1;
        begun.resolve();
        return new Promise(() => undefined);
      }),
    );
    const controller = new AbortController();
    const outcome = host.execute(callOf({ signal: controller.signal }));
    await begun.promise;
    controller.abort();
    expect(await outcome).toMatchObject({ error: { code: 'aborted' } });
    expect(await host.execute(callOf({ signal: AbortSignal.abort() }))).toMatchObject({ error: { code: 'aborted' } });
    expect(calls).toBe(1);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    'given the deadline %d, then an outcome, no throw',
    async (timeoutMs) => {
      const { host } = hostWith(pluginDoing(async () => new Promise((resolve) => setImmediate(resolve))));
      expect(await host.execute(callOf({ timeoutMs }))).toHaveProperty('ok');
    },
  );
});

describe('output', () => {
  const outcomeOf = (output: unknown, schema?: z.ZodType) =>
    hostWith(pluginDoing(async () => output, schema && { output: schema })).host.execute(callOf());

  it('given what is not declared, then it is left out or refused', async () => {
    const schema = z.object({ id: z.int() });
    expect(await outcomeOf({ id: 7, extra: 1 }, schema)).toEqual({ ok: true, output: { id: 7 } });
    const refused = failed('action_output_invalid', expect.stringContaining('id: '));
    expect(await outcomeOf({ id: 'seven' }, schema)).toEqual(refused);
  });

  it('given 256 KB of JSON, then it passes; one byte more is output_too_large', async () => {
    expect(await outcomeOf('x'.repeat(262_142))).toMatchObject({ ok: true });
    expect(await outcomeOf('x'.repeat(262_143))).toEqual(failed('output_too_large', expect.stringContaining('262145')));
    expect(await outcomeOf('Ё'.repeat(200_000))).toMatchObject({ error: { code: 'output_too_large' } });
  });

  it('given deep nesting, then output_too_large', async () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : { inner: nested(levels - 1) });
    expect(await outcomeOf(nested(50))).toMatchObject({ ok: true });
    expect(await outcomeOf(nested(51))).toMatchObject({ error: { code: 'output_too_large' } });
    const circle: unknown[] = [];
    circle.push(circle);
    expect(await outcomeOf(circle)).toMatchObject({ error: { code: 'output_too_large' } });
  });

  it.each([
    [undefined, null],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [{ a: undefined, b: () => 1, c: Number.NaN }, { c: null }],
    [() => 1, null],
  ])('given %o, then plain JSON', async (output, expected) => {
    expect(await outcomeOf(output)).toEqual({ ok: true, output: expected });
  });

  it('given what has no JSON, then an outcome, no throw', async () => {
    expect(await outcomeOf(10n)).toMatchObject({ error: { code: 'action_failed' } });
  });
});

describe('repeatOf', () => {
  const repeatOf = (repeat: Parameters<typeof pluginDoing>[1], input = {}) =>
    hostWith(pluginDoing(async () => null, repeat)).host.repeatOf('test.run', input);

  it.each(['safe', 'keyed', 'never'] as const)('given %s, then so', (repeat) =>
    expect(repeatOf({ repeat })).toBe(repeat),
  );

  it('given a rule, then it decides on the input with its defaults', () => {
    const repeat = ({ n }: { n: number }) => (n === 1 ? 'safe' : 'keyed');
    expect(repeatOf({ repeat })).toBe('safe');
    expect(repeatOf({ repeat }, { n: 2 })).toBe('keyed');
    expect(repeatOf({ repeat }, { n: 'two' })).toBe('safe');
  });

  it('given a rule that throws, or an action nobody has, then never', () => {
    const repeat = () => {
      throw new Error('no idea');
    };
    expect(repeatOf({ repeat })).toBe('never');
    expect(hostWith().host.repeatOf('crm.lead', {})).toBe('never');
  });
});

it('given an action, then the catalogue describes it in JSON Schema', () => {
  const { host } = hostWith(pluginDoing(async () => null, { output: z.object({ id: z.int() }) }));
  expect(Object.keys(host.catalog)).toEqual(['test.run']);
  expect(host.catalog['test.run']).toMatchObject({
    title: { en: 'Words', ru: 'Слова' },
    description: { en: 'Words', ru: 'Слова' },
    input: { type: 'object', properties: { n: { type: 'integer', default: 1 }, text: { type: 'string' } } },
    output: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
    timeoutMs: 30_000,
  });
  expect(host.catalog['test.run']?.input).not.toHaveProperty('required');
});

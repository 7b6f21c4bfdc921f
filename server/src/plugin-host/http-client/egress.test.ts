import { describe, expect, it } from 'vitest';
import { watchAttempts } from './attempts.fixture.ts';
import { createHttpClient, type GuardedClient } from './create-http-client.ts';
import type { EgressError } from './egress-error.ts';
import { ELSEWHERE, LOOPBACK } from './private-addresses.fixture.ts';
import { serve } from './serve.fixture.ts';

const SPELLINGS = [...LOOPBACK, ...ELSEWHERE];

const refusal = (call: Promise<unknown>): Promise<EgressError> =>
  call.then(
    () => expect.fail('went out'),
    (error: EgressError) => error,
  );

/** Both ways out. */
const ways = (client: GuardedClient, url: string): Promise<unknown>[] => [
  client.request({ method: 'GET', url, retry: 'none' }),
  client.fetch(url),
];

describe(`${SPELLINGS.length} spellings of private addresses`, () => {
  it.each(SPELLINGS)('given %s, when called directly, then nothing is connected to', async (host) => {
    const target = await serve((_, response) => response.end('secret'), '::');
    const attempts = watchAttempts();
    const client = createHttpClient({ allow: [] });
    for (const scheme of ['http', 'https']) {
      for (const way of ways(client, `${scheme}://${host}:${target.port}/`))
        expect((await refusal(way)).code).toBe('egress_refused');
    }
    expect(attempts).toEqual([]);
    expect(target.connections()).toBe(0);
  });

  it.each(SPELLINGS)(
    'given a redirect to %s, when followed, then only the first server is connected to',
    async (host) => {
      const target = await serve((_, response) => response.end('secret'), '::');
      const location = `http://${host.replace(/[^ -~]+/g, encodeURIComponent)}:${target.port}/`;
      const front = await serve((_, response) => response.writeHead(302, { location }).end());
      const attempts = watchAttempts();
      const client = createHttpClient({ allow: [`${front.origin}/start/`] });
      for (const way of ways(client, `${front.origin}/start/`))
        expect((await refusal(way)).code).toBe('egress_refused');
      expect(new Set(attempts)).toEqual(new Set([`127.0.0.1:${front.port}`]));
      expect(target.connections()).toBe(0);
    },
  );

  it.each(SPELLINGS)('given a name that resolves to %s, when called, then nothing is connected to', async (host) => {
    const target = await serve((_, response) => response.end('secret'), '::');
    const address = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
    const attempts = watchAttempts();
    const family = address.includes(':') ? 6 : 4;
    const answers = [
      [{ address, family }],
      [
        { address: '93.184.215.14', family: 4 },
        { address, family },
      ],
    ];
    for (const answer of answers) {
      const client = createHttpClient({ allow: [], resolver: async () => answer });
      const url = `http://innocent.example:${target.port}/`;
      for (const way of ways(client, url)) expect((await refusal(way)).code).toBe('egress_refused');
    }
    expect(attempts).toEqual([]);
    expect(target.connections()).toBe(0);
  });
});

it.each(LOOPBACK)(
  'given %s is allowed, when called, then the server is reached: the spelling is real',
  async (host) => {
    const target = await serve((_, response) => response.end('reached'), '::');
    const client = createHttpClient({ allow: [host] });
    const { body } = await client.request({ method: 'GET', url: `http://${host}:${target.port}/` });
    expect(body).toBe('reached');
    expect(target.connections()).toBe(1);
  },
);

it('given a name that turns private after its first answer, when called again, then it is refused', async () => {
  const target = await serve((_, response) => response.end('secret'));
  const attempts = watchAttempts();
  let asked = 0;
  const client = createHttpClient({
    allow: [],
    resolver: async () => [{ address: (asked += 1) === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }],
    connectTimeoutMs: 50,
  });
  const call = () =>
    refusal(client.request({ method: 'GET', url: `http://rebind.example:${target.port}/`, retry: 'none' }));
  await call();
  expect(asked).toBe(1);
  expect(attempts).toEqual([`93.184.215.14:${target.port}`]);
  expect((await call()).code).toBe('egress_refused');
  expect(asked).toBe(2);
  expect(attempts).toHaveLength(1);
  expect(target.connections()).toBe(0);
});

it.each([
  ['file:///etc/passwd', 'egress_scheme'],
  ['ftp://example.com/', 'egress_scheme'],
  ['gopher://127.0.0.1:6379/_INFO', 'egress_scheme'],
  ['data:text/plain,hi', 'egress_scheme'],
  ['javascript:alert(1)', 'egress_scheme'],
  ['//example.com/', 'egress_scheme'],
  ['not an address', 'egress_scheme'],
  ['http://', 'egress_scheme'],
  ['http://user:hidden-word@example.com/', 'egress_refused'],
  ['http://hidden-word@example.com/', 'egress_refused'],
])('given %s, when called, then it is %s and nothing is connected to', async (url, code) => {
  const attempts = watchAttempts();
  const error = await refusal(createHttpClient({ allow: ['example.com'] }).request({ method: 'GET', url }));
  expect(error.code).toBe(code);
  expect(error.message).not.toContain('hidden-word');
  expect(attempts).toEqual([]);
});

it('given localhost by the resolver of the system, when called, then it is refused', async () => {
  const target = await serve((_, response) => response.end('secret'));
  const client = createHttpClient({ allow: [] });
  for (const host of ['localhost', 'LOCALHOST', 'localhost.', 'foo.localhost']) {
    const error = await refusal(
      client.request({ method: 'GET', url: `http://${host}:${target.port}/`, retry: 'none' }),
    );
    expect(['egress_refused', 'dns_failed']).toContain(error.code);
  }
  expect(target.connections()).toBe(0);
});

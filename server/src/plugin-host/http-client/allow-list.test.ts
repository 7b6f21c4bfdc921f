import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAllowList } from './allow-list.ts';
import { createHttpClient } from './create-http-client.ts';
import { serve } from './serve.fixture.ts';

const allows = (entry: string, url: string): boolean => createAllowList([entry])(new URL(url));

describe('a host', () => {
  it.each([
    ['crm.local', 'http://crm.local/', true],
    ['CRM.local', 'https://crm.LOCAL:8443/a?b', true],
    ['crm.local', 'http://crm.local.evil.example/', false],
    ['crm.local', 'http://evil-crm.local/', false],
    ['crm.local', 'http://crm.local@evil.example/', false],
    ['crm.local:80', 'http://crm.local/', true],
    ['crm.local:80', 'https://crm.local/', false],
    ['crm.local:443', 'https://crm.local/', true],
    ['crm.local:8080', 'http://crm.local:8081/', false],
    ['127.0.0.1:3000', 'http://2130706433:3000/', true],
    ['[::1]', 'http://[0:0::1]:9/', true],
    ['[::1]:9', 'http://[::1]:9/', true],
    ['[::1]:9', 'http://[::1]:99/', false],
  ])('given %s, when %s is asked for, then %s', (entry, url, expected) => {
    expect(allows(entry, url)).toBe(expected);
  });
});

describe('a prefix', () => {
  const PREFIX = 'http://127.0.0.1:3000/demo/orders/';

  it.each([
    '/demo/orders/',
    '/demo/orders/1001',
    '/demo/orders/a/b?c=../..',
    '/demo/./orders/1',
    '/demo/x/../orders/1',
  ])('given %s below it, then it is allowed', (path) => {
    expect(allows(PREFIX, `http://127.0.0.1:3000${path}`)).toBe(true);
    expect(allows(PREFIX.slice(0, -1), `http://127.0.0.1:3000${path}`)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:3000/demo/orders-admin',
    'http://127.0.0.1:3000/demo/',
    'http://127.0.0.1:3000/',
    'http://127.0.0.1:3000/demo/orders/../admin',
    'http://127.0.0.1:3000/demo/orders/%2e%2e/admin',
    'http://127.0.0.1:3000/demo/orders/.%2E/admin',
    'http://127.0.0.1:3000/demo/orders/..%2fadmin',
    'http://127.0.0.1:3000/demo/orders/..%5cadmin',
    'http://127.0.0.1:3000/demo/orders/..\\admin',
    'http://127.0.0.1:3000/demo/orders\\..\\admin',
    'http://127.0.0.1:3000/demo/orders/%252e%252e/admin',
    'http://127.0.0.1:3000/demo/orders/%252e%252e%252fadmin',
    'http://127.0.0.1:3000/demo/orders/..;/admin',
    'http://127.0.0.1:3000/demo/orders/.;/admin',
    'http://127.0.0.1:3000/demo/orders/%00/../../admin',
    'http://127.0.0.1:3000/demo/orders/\t../admin',
    'http://127.0.0.1:3000/demo/orders/.\n./admin',
    'http://127.0.0.1:3000//demo/orders/',
    'http://127.0.0.1:3000/DEMO/orders/',
    'http://127.0.0.1:3001/demo/orders/',
    'https://127.0.0.1:3000/demo/orders/',
    'http://127.0.0.2:3000/demo/orders/',
    'http://127.0.0.1:3000@evil.example/demo/orders/',
    'http://evil.example/http://127.0.0.1:3000/demo/orders/',
  ])('given %s, then it is not allowed', (url) => {
    expect(allows(PREFIX, url)).toBe(false);
  });

  it('given any path, when it is allowed, then no second reading of it leads out', () => {
    const pieces = [
      '..',
      '.',
      '%2e',
      '%2E',
      '%252e',
      '/',
      '\\',
      '%2f',
      '%5c',
      ';',
      '\t',
      '?',
      '#',
      '@',
      '%',
      'a',
      ':1',
    ];
    const path = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    const isAllowed = createAllowList([PREFIX]);
    fc.assert(
      fc.property(path, (text) => {
        const url = new URL(`http://127.0.0.1:3000/demo/orders/${text}`);
        if (!isAllowed(url)) return;
        expect(readThoroughly(url.pathname)).toMatch(/^\/demo\/orders\//);
      }),
      { numRuns: 5_000 },
    );
  });

  it('given a redirect out of it, when followed, then it is refused though it is the same server', async () => {
    const seen: string[] = [];
    const server = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(302, { location: '/admin' }).end();
    });
    const client = createHttpClient({ allow: [`${server.origin}/demo/`] });
    const call = client.request({ method: 'GET', url: `${server.origin}/demo/1` });
    await expect(call).rejects.toMatchObject({ code: 'egress_refused' });
    expect(seen).toEqual(['/demo/1']);
  });
});

it.each([
  '',
  'a b',
  'host/path',
  'user@host',
  'http://user@host/',
  'http://host/?q',
  'ftp://host/',
  'host:port',
  ':80',
])('given the entry “%s”, when read, then it is refused by its name', (entry) => {
  expect(() => createAllowList([entry])).toThrow(`egress_allow_invalid: “${entry}”`);
});

/** As the most careless server reads a path: decoded as often as possible, without parameters, either slash, dots resolved. */
function readThoroughly(pathname: string): string {
  let path = pathname;
  for (let n = 0; n < 5; n += 1)
    path = path.replace(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return new URL(`http://h${path.replace(/;[^/\\]*/g, '').replace(/[?#]/g, '_')}/`).pathname;
}

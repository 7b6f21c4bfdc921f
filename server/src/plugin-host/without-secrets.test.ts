import { expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

it.each([
  ['cannot reach https://api.example.com/bot123/send?key=456', 'cannot reach https://api.example.com/…'],
  ['mongodb://user:pass@host:27017/db failed', 'mongodb://host:27017/… failed'],
  ['https://user:pass@host', 'https://host'],
  ['https://user:p@ss@host/x', 'https://host/…'],
  ['(https://a.example?q=1) and "http://b.example/x"', '(https://a.example/… and "http://b.example/…"'],
  ['https://plain.example is down', 'https://plain.example is down'],
  ['at file:///srv/a.ts:1:2', 'at file:///srv/a.ts:1:2'],
  ['no address here', 'no address here'],
])('given %s, then %s', (text, expected) => expect(withoutSecrets(text)).toBe(expected));

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { errorWords } from '../src/ui/error-words.ts';

const chosen = vi.hoisted(() => ({ language: 'ru' }));
vi.mock('../src/i18n/i18n.ts', () => ({ currentLanguage: () => chosen.language }));

const root = fileURLToPath(new URL('../../', import.meta.url));
const THROWN =
  /(?:new (?:(?:Action|Expression|Egress)Error|(?:Step)?Failure)\(|failure\(|exhausted\(work,)\s*'([a-z_]+)',|code: '([a-z_]+)',\s*message: [`']/g;
/** Told elsewhere: between the server and the process of a plugin, to callers of the API, on the command line. */
const ELSEWHERE = ['method_unknown', 'call_over', 'unknown_field', 'not_here'];

it('every error of steps, actions, models and channels is told in Russian too', () => {
  const files = globSync('{scenarios,server,plugins}/**/src/**/*.ts', {
    cwd: root,
    exclude: (name) => /node_modules|dist|\.test\.ts$|\.fixture\.ts$/.test(name),
  });
  const codes = files.flatMap((file) => {
    const source = readFileSync(root + file, 'utf8').replace(/^\s*(\*|\/\*|\/\/).*$/gm, '');
    return [...source.matchAll(THROWN)].map(([, thrown, told]) => (thrown ?? told) as string);
  });
  expect(codes.length).toBeGreaterThan(100);
  const untold = [...new Set(codes)].filter((code) => errorWords({ code, message: 'x' }) === 'x');
  expect(untold.filter((code) => !ELSEWHERE.includes(code))).toEqual([]);
  const error = { code: 'timed_out', message: 'no result within 10 ms' };
  expect(errorWords(error)).toBe('Ответа не дождались: no result within 10 ms');
  chosen.language = 'en';
  expect(errorWords(error)).toBe('no result within 10 ms');
});

/** Tokens of JSON (RFC 8259) by their first character's kind. */
const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Where a text stops being one JSON object or array; lines and columns count from 1. JSON.parse does not always say.
 *
 * @example findJsonError('{"a": }') // { line: 1, column: 7 }
 */
export function findJsonError(text: string): { line: number; column: number } {
  const before = text.slice(0, errorOffset(text));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

function errorOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, TOKEN.lastIndex)) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    const next: Expected | null = token === undefined ? null : step(token, expected, open);
    if (next === null) return at;
    expected = next;
  }
  return text.length;
}

/** What is expected after a token; null when the token may not stand here. */
function step(token: string, expected: Expected, open: string[]): Expected | null {
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === ',') return expected === 'comma-or-end' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (token === '}' || token === ']') return close(token, expected, open);
  if (expected === 'key' || expected === 'key-or-end') return token.startsWith('"') ? 'colon' : null;
  if (expected !== 'value' && expected !== 'value-or-end') return null;
  if (token !== '{' && token !== '[') return open.length === 0 ? null : 'comma-or-end';
  open.push(token);
  return token === '{' ? 'key-or-end' : 'value-or-end';
}

function close(token: '}' | ']', expected: Expected, open: string[]): Expected | null {
  const empty = token === '}' ? 'key-or-end' : 'value-or-end';
  if (open.at(-1) !== (token === '}' ? '{' : '[') || (expected !== empty && expected !== 'comma-or-end')) return null;
  open.pop();
  return open.length === 0 ? 'nothing' : 'comma-or-end';
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

import type { Json } from '@scenarium/language';

/**
 * A body by its content type: JSON where the server says so and it is, otherwise text in the named charset. Keys `__proto__` are left
 * out, so that whoever copies the value by assignment stays safe.
 *
 * @example parseBody(Buffer.from('{"a":1}'), 'application/json') // { a: 1 }
 */
export function parseBody(body: Buffer, contentType = ''): Json {
  const text = decoded(body, /charset="?([\w-]+)/i.exec(contentType)?.[1]);
  if (!/^[\w.-]+\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType)) return text;
  try {
    return JSON.parse(text, (key, value: Json) => (key === '__proto__' ? undefined : value)) as Json;
  } catch {
    return text;
  }
}

function decoded(body: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

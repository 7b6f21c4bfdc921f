import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves the built page as the server does, under the strictest policy the page has to live with. */
export async function servePage({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = url.startsWith('/chat-assets/') ? url.slice('/chat-assets/'.length) : 'chat.html';
  const content = await readFile(join(dist, name)).catch(() => null);
  response.writeHead(content ? 200 : 404, {
    'Content-Type': types[extname(name)] ?? 'text/plain',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(content);
}

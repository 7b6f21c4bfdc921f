// Builds the hosted pages and the client library into dist/ and prints what they weigh.
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');
const dist = join(here, 'dist');
const files = ['chat.html', 'start.html', 'icon.svg'];

await mkdir(dist, { recursive: true });
await build({
  entryPoints: {
    chat: join(source, 'page/chat.ts'),
    start: join(source, 'page/start.ts'),
    'chat-client': join(source, 'client/index.ts'),
  },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  outdir: dist,
  logLevel: 'warning',
});
await build({
  entryPoints: [join(source, 'embed/widget.ts')],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  outdir: dist,
  logLevel: 'warning',
});
await build({
  entryPoints: [join(source, 'page/chat.css')],
  bundle: true,
  minify: true,
  outdir: dist,
  logLevel: 'warning',
});
for (const file of files) await copyFile(join(source, 'page', file), join(dist, file));

for (const name of ['chat.js', 'chat.css', 'chat-client.js', 'start.js', 'widget.js', ...files]) {
  const bytes = await readFile(join(dist, name));
  console.log(`${name.padEnd(16)} ${kilobytes(bytes)} (${kilobytes(gzipSync(bytes))} gzipped)`);
}

function kilobytes({ length }) {
  return `${(length / 1_000).toFixed(1)} kB`;
}

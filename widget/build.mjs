// Builds the hosted chat page and the client into dist/.
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
await mkdir(dist, { recursive: true });
await build({
  entryPoints: {
    chat: join(here, 'src/page/chat.ts'),
    start: join(here, 'src/page/start.ts'),
    'chat-client': join(here, 'src/client/chat-client.ts'),
  },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  outdir: dist,
  logLevel: 'error',
});
for (const file of ['chat.html', 'start.html', 'page.css'])
  await copyFile(join(here, 'src/page', file), join(dist, file));

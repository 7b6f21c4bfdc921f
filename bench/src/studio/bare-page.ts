import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Hands out the page of React Flow alone, built as the studio is: minified, for production. */
export async function serveBarePage(): Promise<{ url: string; close(): void }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./bare.page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const style = await build({
    stdin: { contents: '@import "@xyflow/react/dist/style.css";', loader: 'css', resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
  });
  const files: Record<string, [type: string, text: string]> = {
    '/': [
      'text/html',
      '<!doctype html><link rel="stylesheet" href="/s.css"><body style="margin:0"><script type="module" src="/p.js"></script>',
    ],
    '/p.js': ['text/javascript', outputFiles[0]?.text ?? ''],
    '/s.css': ['text/css', style.outputFiles[0]?.text ?? ''],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[new URL(request.url ?? '/', 'http://x').pathname] ?? ['text/plain', ''];
    response.setHeader('content-type', type).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('given the definition, when bundled for a browser, then nothing in it needs a server', async () => {
  const { errors, outputFiles } = await build({
    stdin: { contents: "export { http } from './index.ts'", resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['scenarium-source'],
    logLevel: 'silent',
  });
  expect(errors).toEqual([]);
  const module = (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)) as object;
  expect(module).toHaveProperty('http.actions.request.id', 'request');
});

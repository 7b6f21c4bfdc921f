import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawnServer } from '../support/spawn-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
let taken: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  writeFileSync(join(folder, 'file'), '');
  writeFileSync(join(folder, 'old.json'), JSON.stringify({ unavailable: 'Too old here: do this instead.' }));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = (taken.address() as { port: number }).port;
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a server says that cannot start. */
function failure(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--conditions=source', 'server/src/main.ts'], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        HOST: '127.0.0.1',
        LOGS_DIR: join(folder, 'logs'),
        DATA_DIR: join(folder, 'data'),
        ...env,
      },
    });
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    child.once('exit', (code) => resolve({ code, said }));
  });
}

describe('a server that cannot start', () => {
  it.for<[string, () => Record<string, string>, RegExp]>([
    ['a taken port', () => ({ PORT: String(port) }), /^Port \d+ cannot be used \(EADDRINUSE\): stop .*PORT/],
    ['an address of another machine', () => ({ HOST: '192.0.2.1' }), /cannot listen at 192\.0\.2\.1 .*set HOST/],
    [
      'a data folder that is a file',
      () => ({ DATA_DIR: join(folder, 'file') }),
      /data folder .* cannot be used .*DATA_DIR/,
    ],
    [
      'a data folder where none can be made',
      () => ({ DATA_DIR: '/proc/nowhere/data' }),
      /data folder .* cannot be used .*DATA_DIR/,
    ],
    [
      'an engine that is too new for the machine',
      () => ({ ENGINE_FILE: join(folder, 'old.json') }),
      /^Too old here: do this instead\.$/,
    ],
    [
      'a MongoDB that does not answer',
      () => ({ MONGODB_URI: 'mongodb://127.0.0.1:1/x' }),
      /MongoDB of MONGODB_URI .*ECONNREFUSED.*check/,
    ],
    ['an address that is none', () => ({ MONGODB_URI: 'mongodb://:::/x' }), /MongoDB of MONGODB_URI .*check/],
  ])('given %s, then it says so in one sentence with what to do', async ([, env, sentence]) => {
    const { code, said } = await failure(env());
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
  });

  it('given a data folder that another server uses, then it says so and leaves that one alone', async () => {
    const running = await spawnServer({ env: { DATA_DIR: join(folder, 'shared') } });
    const { code, said } = await failure({
      DATA_DIR: join(folder, 'shared'),
      ENGINE_FILE: join(root, '.cache/engine.json'),
    });
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/data folder is used by another server.*DATA_DIR/)]);
    expect((await running.call('GET', '/ready')).status).toBe(200);
    await running.remove();
  }, 40_000);
});

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenEngine } from '../support/broken-engine.ts';
import { spawnServer } from '../support/spawn-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const facts = join(root, '.cache/engine.json');
const SECRET = 'sentinel-password';
/** Rights do not bind the superuser: the server is then started as another user, who must be able to read the project. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const canBeThatUser =
  spawnSync(process.execPath, ['-e', 'require("fs").readFileSync("package.json")'], { cwd: root, ...user }).status ===
  0;

let folder: string;
let taken: Server;
let port: number;
let started = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'file'), '');
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = (taken.address() as { port: number }).port;
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

interface End {
  code: number | null;
  /** What it said on stderr, line by line. */
  said: string[];
  printed: string;
}

/** Starts a server and waits for its end; it is told to stop when it has printed `stopAt`. */
function start(
  env: Record<string, string>,
  { stopAt = 'is ready', ...options }: { stopAt?: string; uid?: number; gid?: number } = {},
): Promise<End> {
  started += 1;
  const own = join(folder, `${started}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--conditions=scenarium-source', 'server/src/main.ts'], {
      cwd: root,
      ...options,
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        PORT: '0',
        HOST: '127.0.0.1',
        DEMO: 'false',
        LOGS_DIR: join(own, 'logs'),
        DATA_DIR: join(own, 'data'),
        ...(existsSync(facts) && { ENGINE_FILE: facts }),
        ...env,
      },
    });
    let said = '';
    let printed = '';
    child.stderr.on('data', (data) => (said += data));
    child.stdout.on('data', (data) => {
      printed += data;
      if (printed.includes(stopAt)) child.kill('SIGTERM');
    });
    child.once('close', (code) => resolve({ code, said: said.trim().split('\n'), printed }));
  });
}

/** An empty folder of this test. */
function place(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

function file(name: string, text: string): string {
  const path = join(place(`with ${name}`), name);
  writeFileSync(path, text);
  return path;
}

type Case = readonly [what: string, env: () => Record<string, string>, sentence: RegExp];

const cases: Case[] = [
  ['a taken port', () => ({ PORT: String(port) }), /^Port \d+ cannot be used \(EADDRINUSE\): stop .* or set PORT/],
  ['an address of another machine', () => ({ HOST: '192.0.2.1' }), /cannot listen at 192\.0\.2\.1 .*set HOST/],
  [
    'a data folder that is a file',
    () => ({ DATA_DIR: join(folder, 'file') }),
    /folder .* cannot be used \(ENOTDIR\): remove the file .* or set DATA_DIR/,
  ],
  [
    'a data folder where none can be made',
    () => ({ DATA_DIR: '/proc/nowhere/data' }),
    /folder .* cannot be used .*set DATA_DIR/,
  ],
  [
    'a set-up that found no way to run the engine',
    () => ({ ENGINE_FILE: file('none.json', JSON.stringify({ unavailable: 'Too old here: do this instead.' })) }),
    /^Too old here: do this instead\.$/,
  ],
  [
    'a set-up that was cut short',
    () => ({ ENGINE_FILE: file('cut.json', '{"loa') }),
    /cut\.json cannot be read: remove it and start with "npm start"/,
  ],
  [
    'a C library for the engine that is gone',
    () => ({ ENGINE_FILE: file('gone.json', JSON.stringify({ loader: '/nowhere/ld.so', libraryPath: '/nowhere' })) }),
    /C library \/nowhere\/ld\.so is gone: start with "npm start"/,
  ],
  ['no engine', () => ({ ENGINE_FILE: brokenEngine(place('missing')) }), /engine is not installed here: run "npm ci"/],
  [
    'a MongoDB that does not answer',
    () => ({ MONGODB_URI: `mongodb://user:${SECRET}@127.0.0.1:1/x` }),
    /MongoDB of MONGODB_URI .*ECONNREFUSED.*check/,
  ],
  [
    'an address of MongoDB that is none',
    () => ({ MONGODB_URI: `mongodb://user:${SECRET}@:::/x` }),
    /MongoDB of MONGODB_URI .*check/,
  ],
  [
    'an address of something else',
    () => ({ MONGODB_URI: 'http://127.0.0.1/x' }),
    /MONGODB_URI: must begin with mongodb/,
  ],
  ['a short secret key', () => ({ SECRET_KEY: SECRET }), /SECRET_KEY: must have at least 32 characters; .* openssl/],
  ['an example as secret key', () => ({ SECRET_KEY: 'change-me-'.repeat(4) }), /SECRET_KEY: is an example, .* openssl/],
];

/** Libraries of Linux say what they lack when they are loaded. */
const onLinux: Case[] = [
  [
    'an engine that is too new for the C library',
    () => ({ ENGINE_FILE: brokenEngine(place('too new'), ['GLIBC_2.34', 'GLIBC_9.34']) }),
    /needs a newer C library \(GLIBC_9\.34\): start with "npm start".*MONGODB_URI/,
  ],
  [
    'an engine whose library is missing',
    () => ({
      ENGINE_FILE: brokenEngine(place('lacking'), ['libembedded_mongodb_native.so', 'libof_another_machine__x.so.9']),
    }),
    /needs the library libof_another_machine__x\.so\.9: install the system's package/,
  ],
];

describe.concurrent('a server that cannot start', () => {
  it.for([...cases, ...(process.platform === 'linux' ? onLinux : [])])(
    'given %s, then it says so in one sentence with what to do',
    async ([, env, sentence]) => {
      const { code, said, printed } = await start(env());
      expect(said).toEqual([expect.stringMatching(sentence)]);
      expect(said[0]).toMatch(/\.$/);
      expect(code).toBe(1);
      expect(said + printed).not.toContain(SECRET);
    },
  );

  if (canBeThatUser) {
    it.for([
      ['be written', 0o555],
      ['be read', 0o333],
    ] as const)('given a data folder that cannot %s, then it says so in one sentence', async ([what, mode]) => {
      const data = place(`cannot ${what}`);
      if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
      chmodSync(data, mode);
      const { code, said } = await start({ DATA_DIR: data, LOGS_DIR: join(data, 'logs'), SECRET_KEY: '' }, user);
      expect(said.at(-1)).toMatch(/folder .* cannot be used \(EACCES\): give this user the right .* or set DATA_DIR/);
      expect(said.filter((line) => /^\s+at /.test(line))).toEqual([]);
      expect(code).toBe(1);
    });
  }

  it('given a data folder that another server uses, then it says so and leaves that one alone', async () => {
    const running = await spawnServer({ env: { DATA_DIR: join(folder, 'shared') } });
    const { code, said } = await start({ DATA_DIR: join(folder, 'shared') });
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(/data folder is used by another server.*DATA_DIR/)]);
    expect((await running.call('GET', '/ready')).status).toBe(200);
    await running.remove();
  }, 40_000);

  it('given a taken port at the very first start, then the next one still shows the password', async () => {
    const DATA_DIR = place('first');
    expect((await start({ DATA_DIR, PORT: String(port) })).code).toBe(1);
    expect((await start({ DATA_DIR })).printed).toMatch(/password: \S+/);
  });
});

describe.concurrent('a server that starts', () => {
  it('given a logs folder where none can be made, then it says so and works', async () => {
    const { code, said, printed } = await start({ LOGS_DIR: '/proc/nowhere/logs' });
    expect(said).toEqual([expect.stringMatching(/^Logs cannot be written to \/proc\/nowhere\/logs/)]);
    expect(printed).toContain('Scenarium is ready');
    expect(code).toBe(0);
  });

  it('given that it is told to stop meanwhile, then it is stopped cleanly', async () => {
    const { code, printed } = await start({}, { stopAt: 'Database engine is up' });
    expect(printed).toContain('Stopping');
    expect(code).toBe(0);
  });
});

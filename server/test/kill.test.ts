import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

it('loses nothing while servers and the database engine are killed under people who talk', async () => {
  const args = [
    '--conditions=scenarium-source',
    'bench/src/kill/main.ts',
    '--seconds',
    '15',
    '--conversations',
    '40',
    '--messages',
    '10',
  ];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await run(process.execPath, args, { cwd: root, env, timeout: 170_000 });
  const { kills, messages, conversations, ...wrong } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<
    string,
    number
  >;
  expect(wrong).toEqual({ lost: 0, duplicated: 0, reordered: 0, stuck: 0, ghosts: 0 });
  expect({ messages, conversations }).toEqual({ messages: 400, conversations: 40 });
  expect(kills).toBeGreaterThan(1);
}, 180_000);

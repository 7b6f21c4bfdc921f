import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writePlugin } from '../src/plugin-host/isolated/write-plugin.fixture.ts';
import { beginTalk, publish } from './support/publish.ts';
import { spawnServer, type SpawnedServer } from './support/spawn-server.ts';

const dir = mkdtempSync(join(tmpdir(), 'plugins-'));
const body = (greeting: string): string => `
  if (input.how === "loop") for (;;);
  return "${greeting}, " + context.config.greeting + (context.config.key ? " with a key" : "");`;
let server: SpawnedServer;
let token: string;
let agent: string;
beforeAll(async () => {
  writePlugin(dir, { body: body('Welcome') });
  writePlugin(dir, { id: 'friend', body: 'return "from the host";' });
  writePlugin(dir, { id: 'http' });
  server = await spawnServer({ env: { PLUGINS_DIR: dir, PLUGINS_TRUSTED: 'friend' } });
  token = await server.signIn();
});
afterAll(async () => {
  await server.remove();
  rmSync(dir, { recursive: true, force: true });
});

const scenario = {
  format: 1,
  id: 'guests',
  name: 'Guests',
  locales: ['en'],
  variables: { text: { type: 'text' }, result: { type: 'text' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'text' },
    { id: 'act', type: 'action', action: 'guest.run', input: { how: '{{ text }}' }, saveTo: 'result' },
    { id: 'reply', type: 'message', text: 'reply' },
    { id: 'sorry', type: 'message', text: 'sorry' },
  ],
  flows: [
    { id: 'f1', from: 'ask', to: 'act' },
    { id: 'f2', from: 'act', to: 'reply' },
    { id: 'f3', from: 'act', on: 'error', to: 'sorry' },
    { id: 'f4', from: 'reply', to: 'ask' },
    { id: 'f5', from: 'sorry', to: 'ask' },
  ],
  messages: { en: { ask: 'What?', reply: '{{ result }}', sorry: 'Not now' } },
};

it('given a file in the folder of plugins, then it is in the catalogue and scenarios use it; when it loops, only its call fails', async () => {
  const { body: catalogue } = await server.call('GET', 'plugins', { token });
  const { plugins, refused } = catalogue as { plugins: { id: string; process: unknown }[]; refused: unknown[] };
  expect(plugins.find(({ id }) => id === 'guest')).toMatchObject({
    actions: [{ name: 'guest.run' }, { name: 'guest.any' }],
    config: { properties: { key: { 'x-widget': 'secret' } } },
    process: { running: true, restarts: 0 },
  });
  expect(plugins.find(({ id }) => id === 'friend')?.process).toBeNull();
  expect(refused).toEqual([expect.objectContaining({ name: 'http', code: 'plugin_duplicate' })]);

  const made = await server.call('POST', 'connections', {
    token,
    body: { name: 'main', plugin: 'guest', config: { greeting: 'Ann', key: 'sentinel-guest' } },
  });
  expect([made.status, made.body.secrets, JSON.stringify(made.body).includes('sentinel')]).toEqual([
    201,
    ['key'],
    false,
  ]);
  expect((await server.call('POST', `connections/${made.body.id}/health`, { token })).body).toMatchObject({ ok: true });

  agent = await publish(server, token, { document: scenario });
  const talk = await beginTalk(server, agent);
  expect((await talk.say('m1', 'hello', 10_000)).texts).toContain('Welcome, Ann with a key');
  expect((await talk.say('m2', 'loop', 20_000)).texts).toContain('Not now');
  expect((await talk.say('m3', 'hello', 10_000)).texts.filter((text) => text.startsWith('Welcome'))).toHaveLength(1);

  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toMatch(/scenarium_plugin_calls_total\{plugin="guest",outcome="ok"\} [3-9]/);
  expect(metrics).toMatch(/scenarium_plugin_calls_total\{plugin="guest",outcome="failed"\} 1/);
}, 60_000);

it('given its file changes, then the next call runs the new one', async () => {
  writePlugin(dir, { body: body('Good day') });
  const talk = await beginTalk(server, agent);
  let said: string[] = [];
  for (let i = 0; i < 40 && !said.some((text) => text.startsWith('Good day')); i += 1) {
    said = (await talk.say(`n${i}`, 'hello', 10_000)).texts;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(said).toContain('Good day, Ann with a key');
}, 60_000);

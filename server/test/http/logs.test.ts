import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { ADMIN } from '../support/api.ts';
import { beginTalk, eventually, publish } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { echo } from '../runtime/scenarios.ts';

let server: TestServer;
let token: string;
let agent: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  token = await server.signIn();
  const { messages, ...rest } = echo;
  const twoLanguages = { ...rest, locales: ['en', 'ru'], messages: { ...messages, ru: { ask: 'Что дальше?' } } };
  agent = await publish(server, token, { document: twoLanguages });
});
afterAll(() => server.stop());

/** Lines of a stream, once one of them has these fields. */
function line(stream: string, fields: object): Promise<unknown> {
  const read = async (): Promise<object[]> => {
    const file = readdirSync(join(server.folder, 'logs')).find((name) => name.startsWith(`${stream}.`)) ?? '';
    const text = readFileSync(join(server.folder, 'logs', file), 'utf8');
    return text.split('\n').flatMap((one) => (one ? [JSON.parse(one) as object] : []));
  };
  const expected = Object.entries(fields);
  return eventually(read, (lines) =>
    lines.some((one) => expected.every(([name, value]) => (one as Record<string, unknown>)[name] === value)),
  );
}

it('logs what users change, who and from where', async () => {
  await line('audit', { operation: 'createAgent', peer: '127.0.0.1' });
  await line('audit', { operation: 'publishScenario' });
});

it('logs logins, right and wrong', async () => {
  await server.call('POST', 'auth/login', { body: { ...ADMIN, password: 'wrong' } });
  await line('security', { msg: 'login' });
  await line('security', { msg: 'login failed' });
});

it('logs requests, messages and events', async () => {
  const talk = await beginTalk(server, agent);
  await talk.say('1', 'hello', 5_000);
  await server.call('POST', 'events', { token, body: { id: 'e1', name: 'paid' } });
  await line('api', { method: 'POST', path: '/api/v1/events', status: 200 });
  await line('messages', { conversation: talk.id, direction: 'out' });
  await line('events', { name: 'paid', delivered: 0 });
});

it('logs texts that a language lacks', async () => {
  const talk = await beginTalk(server, agent, 'ru');
  await talk.say('1', 'привет', 5_000);
  await line('locale_errors', { conversation: talk.id, step: 'reply' });
});

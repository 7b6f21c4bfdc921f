import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginTalk, eventually, publish } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { echo } from '../runtime/scenarios.ts';

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  token = await server.signIn();
});
afterAll(() => server.stop());

interface Turn {
  id: string;
  entries: { step: string; kind: string }[];
}

it('shows what a conversation went through, page by page, in order and without a gap', async () => {
  const talk = await beginTalk(server, await publish(server, token, { document: echo }));
  for (let n = 0; n < 12; n += 1) await talk.say(`m${n}`, `${n}`, 5_000);
  const turns: Turn[] = [];
  for (let more = true; more;) {
    const after = turns.at(-1)?.id;
    const path = `conversations/${talk.id}/trace?limit=5${after === undefined ? '' : `&after=${after}`}`;
    const { body } = await server.call('GET', path, { token });
    turns.push(...(body.turns as Turn[]));
    more = body.more as boolean;
  }
  expect(turns).toHaveLength(13);
  const entered = turns.map(({ entries }) => entries.filter(({ kind }) => kind === 'entered').map(({ step }) => step));
  expect(entered[0]).toEqual(['ask']);
  expect(entered.slice(1)).toEqual(Array.from({ length: 12 }, () => ['count', 'reply', 'ask']));
  expect((await server.call('GET', `conversations/${talk.id}/trace`, { token: talk.token })).status).toBe(403);
});

it('lists the conversations that wait for a person, until they are handed back', async () => {
  const handing = {
    ...echo,
    id: 'handing',
    steps: [
      { id: 'ask', type: 'handover', to: { kind: 'human', priority: 'normal' }, reason: 'wants a person' },
      { id: 'end', type: 'end', outcome: 'back' },
    ],
    flows: [{ id: 'f1', from: 'ask', to: 'end' }],
    messages: { en: {} },
    variables: {},
  };
  const talk = await beginTalk(server, await publish(server, token, { document: handing }));
  const list = async (): Promise<object[]> => (await server.call('GET', 'tickets', { token })).body.tickets as object[];
  const tickets = await eventually(list, (seen) => seen.length > 0);
  expect(tickets).toEqual([
    expect.objectContaining({ conversation: talk.id, reason: 'wants a person', status: 'open', priority: 'normal' }),
  ]);
  await server.call('POST', `conversations/${talk.id}/hand-back`, { token, body: { id: 'back' } });
  expect(await list()).toEqual([expect.objectContaining({ conversation: talk.id, status: 'closed' })]);
});

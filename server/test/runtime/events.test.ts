import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, publish } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { greeting } from './scenarios.ts';

let server: TestServer;
let token: string;
let agent: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  token = await server.signIn();
  agent = await publish(server, token, { document: greeting });
});
afterAll(() => server.stop());

/** Texts said to a contact of the agent that events start, once there are as many as that. */
async function said(contact: string, count: number): Promise<string[]> {
  const texts = async (): Promise<string[]> => {
    const { body: list } = await server.call('GET', `conversations?agent=${agent}&limit=200`, { token });
    const own = list.conversations.find((conversation: { contact: string }) => conversation.contact === contact);
    if (!own) return [];
    const { body } = await server.call('GET', `conversations/${own.id}/messages?limit=500`, { token });
    return body.messages.map(({ text }: { text: string }) => text);
  };
  return eventually(texts, (seen) => seen.length >= count);
}

describe('an event that triggers an agent', () => {
  it('given a contact, when published, then the agent talks to the contact with the event’s data', async () => {
    const body = { id: 'e1', name: 'customer.signed-up', contact: 'ann', data: { name: 'Ann' } };
    expect((await server.call('POST', 'events', { token, body })).body).toEqual({ delivered: 0, started: 1 });
    expect((await said('ann', 1))[0]).toBe('Hello, Ann');
  });

  it('given the same event published five times, then the agent starts once', async () => {
    const body = { id: 'e2', name: 'customer.signed-up', contact: 'bob', data: { name: 'Bob' } };
    await Promise.all(Array.from({ length: 5 }, () => server.call('POST', 'events', { token, body })));
    const heard = await said('bob', 6);
    expect(heard.filter((text) => text === 'Hello, Bob')).toHaveLength(1);
  });

  it('given agents whose events lead to one another, then the circle ends', async () => {
    const body = { id: 'e3', name: 'customer.signed-up', contact: 'eve', data: { name: 'Eve' } };
    await server.call('POST', 'events', { token, body });
    expect(await said('eve', 6)).toEqual([0, 1, 2, 3, 4, 5].map((hops) => `Hello, Eve${'!'.repeat(hops)}`));
    const other = { id: 'e4', name: 'customer.signed-up', contact: 'after', data: { name: 'After' } };
    await server.call('POST', 'events', { token, body: other });
    await said('after', 6);
    expect(await said('eve', 6)).toHaveLength(6);
  });

  it('given an event nobody is triggered by, then nothing starts', async () => {
    const body = { id: 'e5', name: 'customer.left', contact: 'ann' };
    expect((await server.call('POST', 'events', { token, body })).body).toEqual({ delivered: 0, started: 0 });
  });

  it('given more data than fits, then it is refused with the field', async () => {
    const body = { id: 'e6', name: 'customer.left', data: 'x'.repeat(70_000) };
    const answer = await server.call('POST', 'events', { token, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].path).toBe('body.data');
  });
});

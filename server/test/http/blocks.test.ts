import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let token: string;
let agents: string[];

beforeAll(async () => {
  server = await startServer();
  token = await server.signIn();
  agents = (await server.call('GET', 'agents', { token })).body.agents.map(({ id }: { id: string }) => id);
});
afterAll(() => server.stop());

async function create(name: string, members: string[] = []): Promise<string> {
  const { body } = await server.call('POST', 'blocks', { token, body: { name } });
  if (members.length > 0) await server.call('PATCH', `blocks/${body.id}`, { token, body: { agents: members } });
  return body.id as string;
}

async function list(): Promise<Record<string, string[]>> {
  const { body } = await server.call('GET', 'blocks', { token });
  return Object.fromEntries(body.blocks.map((block: { name: string; agents: string[] }) => [block.name, block.agents]));
}

describe('blocks', () => {
  it('given an agent that is put into a block, then it leaves the one it was in, and the order stays', async () => {
    const [a = '', b = '', c = ''] = agents;
    const sales = await create('Sales', [b, a]);
    const support = await create('Support', [c, a]);
    expect(await list()).toMatchObject({ Sales: [b], Support: [c, a] });
    await server.call('POST', `blocks/${support}/merge`, { token, body: { from: sales } });
    expect(await list()).toEqual({ Support: [c, a, b] });
    await server.call('DELETE', `blocks/${support}`, { token });
    expect(await list()).toEqual({});
    expect((await server.call('GET', `agents/${a}`, { token })).status).toBe(200);
  });

  it('given a name that is taken, or an agent that is not there, then it is refused', async () => {
    const id = await create('Once');
    expect((await server.call('POST', 'blocks', { token, body: { name: 'Once' } })).body.code).toBe('block_exists');
    const unknown = await server.call('PATCH', `blocks/${id}`, { token, body: { agents: ['0'.repeat(24)] } });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'agent_not_found']);
  });
});

describe('agents from templates', () => {
  it('given a template, then an agent with a published scenario of its own answers', async () => {
    const { body: library } = await server.call('GET', 'templates', { token });
    expect(library.templates.map(({ id }: { id: string }) => id)).toContain('order-status');
    const made = await server.call('POST', 'agents-from-templates', {
      token,
      body: { template: 'order-status', slug: 'parcels', name: 'Parcels' },
    });
    expect(made.status).toBe(201);
    const { body: agent } = await server.call('GET', 'agents/parcels', { token });
    const { body: scenario } = await server.call('GET', `scenarios/${agent.scenario}`, { token });
    expect(scenario).toMatchObject({ key: 'parcels', name: 'Parcels', latest: 1 });
    const opened = await server.call('POST', 'conversations', { body: { agent: agent.id, locale: 'en' } });
    expect(opened.status).toBe(201);

    const again = { template: 'order-status', slug: 'parcels', name: 'Again' };
    const refused = await server.call('POST', 'agents-from-templates', { token, body: again });
    expect([refused.status, refused.body.code]).toEqual([409, 'agent_exists']);
    expect((await server.call('GET', 'scenarios/parcels-2', { token })).status).toBe(404);
  });

  it('given a conversation under way, then it is counted, and goes on when its agent is deleted', async () => {
    const { body: agent } = await server.call('GET', 'agents/lead-qualification', { token });
    const { body: talk } = await server.call('POST', 'conversations', { body: { agent: agent.id, locale: 'en' } });
    const { body: live } = await server.call('GET', 'live-conversations', { token });
    expect(live.agents).toContainEqual({ agent: agent.id, live: 1 });
    const open = await server.call('GET', `conversations?agent=${agent.id}&status=open`, { token });
    const closed = await server.call('GET', `conversations?agent=${agent.id}&status=closed`, { token });
    expect([open.body.conversations.length, closed.body.conversations.length]).toEqual([1, 0]);

    expect((await server.call('DELETE', `agents/${agent.id}`, { token })).status).toBe(200);
    expect((await server.call('GET', `agents/${agent.id}`, { token })).status).toBe(404);
    const said = await server.call('POST', `conversations/${talk.conversation.id}/messages`, {
      token: talk.token,
      body: { id: 'm1', text: 'Ann', wait: 10_000 },
    });
    expect(JSON.stringify(said.body.replies)).toContain('Nice to meet you, Ann');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startServer();
  token = await server.signIn();
}, 60_000);
afterAll(() => server.stop());

const path = 'scenarios/order-status/cases';
const greeted = { name: 'Greeted', locale: 'en', actions: { 'shop.find': [{ output: 1 }] }, turns: [{ expect: [] }] };

async function keys(): Promise<string[]> {
  const { body } = await server.call('GET', path, { token });
  return body.cases.map(({ key }: { key: string }) => key);
}

describe('cases of a scenario', () => {
  it('given a scenario of a template, then it has the cases of the template', async () => {
    const { body: template } = await server.call('GET', 'templates/order-status', { token });
    const { body } = await server.call('GET', path, { token });
    const names = (list: { given: { name: string } }[]): string[] => list.map(({ given }) => given.name).sort();
    expect(names(body.cases)).toEqual(names(template.cases));
    const agent = { template: 'order-status', slug: 'parcels', name: 'Parcels' };
    await server.call('POST', 'agents-from-templates', { token, body: agent });
    const { body: copy } = await server.call('GET', 'scenarios/parcels/cases', { token });
    expect(copy.cases.length).toBe(body.cases.length);
  });

  it('given a case that is saved, saved again and removed, then the list follows', async () => {
    const before = await keys();
    const saved = await server.call('PUT', `${path}/greeted`, { token, body: greeted });
    expect([saved.status, saved.body.given.actions]).toEqual([200, greeted.actions]);
    await server.call('PUT', `${path}/greeted`, { token, body: { ...greeted, name: 'Met' } });
    expect(await keys()).toEqual([...before, 'greeted'].sort());
    expect((await server.call('DELETE', `${path}/greeted`, { token })).status).toBe(200);
    expect(await keys()).toEqual(before);
    expect((await server.call('DELETE', `${path}/greeted`, { token })).body.code).toBe('case_not_found');
  });

  it('given a case that is wrong, too large or one too many, then it is refused', async () => {
    const put = (key: string, body: object) => server.call('PUT', `${path}/${key}`, { token, body });
    expect((await put('wrong', { ...greeted, turns: [{ advance: 'soon' }] })).status).toBe(400);
    const large = { ...greeted, turns: [{ say: 'x'.repeat(70_000) }] };
    expect((await put('large', large)).body.code).toBe('case_too_large');
    const room = 200 - (await keys()).length;
    for (let i = 0; i < room; i += 1) await put(`c${i}`, greeted);
    expect((await put('more', greeted)).body.code).toBe('too_many_cases');
    expect((await put('c0', { ...greeted, name: 'Still' })).status).toBe(200);
  });
});

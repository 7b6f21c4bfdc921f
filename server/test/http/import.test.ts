import { flowerShop } from '../../../scenarios/language/src/import/fixtures/flower-shop.fixture.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let token: string;
const text = JSON.stringify(flowerShop);

beforeAll(async () => {
  server = await startServer();
  token = await server.signIn();
}, 60_000);
afterAll(() => server?.stop());

const send = (body: object, as = token) => server.call('POST', 'scenarios/import', { token: as, body });

interface Answer {
  scenario: { id: string; key: string; name: string; draftRevision: number; imported: string; draft: { id: string } };
  report: { format: string; nodes: { became: string }[] };
}

describe('the import of a file', () => {
  it('given an export of Typebot, then a draft is made and the report can be read again', async () => {
    const { status, body } = await send({ text });
    const { scenario, report } = body as unknown as Answer;
    expect([status, report.format, scenario.key, scenario.draftRevision]).toEqual([201, 'typebot', 'flower-shop', 1]);
    const kept = await server.call('GET', `scenarios/${scenario.id}/import`, { token });
    expect(kept.body).toEqual({ at: scenario.imported, report });
    const read = await server.call('GET', `scenarios/${scenario.id}`, { token });
    expect(read.body).toMatchObject({ imported: scenario.imported, draft: { id: 'flower-shop' } });
  });

  it('given the same file again, then it gets an id of its own and the name that is wanted', async () => {
    const { body } = await send({ text, name: 'Second shop' });
    const { scenario } = body as unknown as Answer;
    expect([scenario.key, scenario.draft.id, scenario.name]).toEqual(['flower-shop_2', 'flower-shop_2', 'Second shop']);
  });

  it('given a scenario and its revision, then its draft is replaced; an older revision is refused', async () => {
    const { body } = await send({ text, name: 'Third' });
    const { scenario } = body as unknown as Answer;
    const into = { scenario: scenario.id, revision: 1 };
    const again = await send({
      text: `format: 1\nid: other\nname: Other\nlocales: [en]\ntriggers: []\nsteps: [{ id: a, type: end }]\nflows: []\n`,
      into,
    });
    expect((again.body as unknown as Answer).scenario).toMatchObject({
      key: scenario.key,
      name: 'Other',
      draftRevision: 2,
    });
    expect((again.body as unknown as Answer).report.format).toBe('yaml');
    expect((await send({ text, into })).body['code']).toBe('draft_conflict');
    expect((await send({ text, into: { scenario: 'nowhere', revision: 1 } })).body['code']).toBe('scenario_not_found');
  });

  it('given what is no file of any format, then the problems are named, and nothing is made', async () => {
    const { status, body } = await send({ text: '{"groups": []}' });
    expect([status, body['code']]).toEqual([400, 'file_not_imported']);
    expect(body['errors']).toMatchObject([{ code: 'no_nodes' }]);
  });

  it('given two megabytes, then they are read; given more than is allowed, then not', async () => {
    const large = JSON.stringify({ ...flowerShop, note: 'x'.repeat(2_000_000) });
    expect((await send({ text: large })).status).toBe(201);
    expect((await send({ text: 'x'.repeat(5_000_001) })).status).toBe(400);
    expect((await send({ text: 'x'.repeat(13_000_000) })).status).toBe(413);
  });

  it('given a scenario that was not imported, then there is no report', async () => {
    const document = {
      format: 1,
      id: 'plain',
      name: 'Plain',
      locales: ['en'],
      triggers: [],
      steps: [{ id: 'a', type: 'end' }],
      flows: [],
    };
    const { body } = await server.call('POST', 'scenarios', { token, body: { document } });
    expect((await server.call('GET', `scenarios/${body['id'] as string}/import`, { token })).body['code']).toBe(
      'import_not_found',
    );
  });
});

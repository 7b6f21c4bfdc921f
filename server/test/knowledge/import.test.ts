import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectMongo } from '../../src/platform/mongo/connect.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';
import { spawnServer, type SpawnedServer } from '../support/spawn-server.ts';
import { imported, upload } from '../support/upload.ts';

const DOCUMENTS = 500;
const text = (n: number): Buffer =>
  Buffer.from(
    Array.from({ length: 4 }, (_, i) =>
      `# Part ${i}\n\nThe number of paper ${n} is code${n}x${i}. `.concat('More words follow here. '.repeat(20)),
    ).join('\n\n'),
  );

let engine: TestEngine;
let server: SpawnedServer;
let token: string;

beforeAll(async () => {
  engine = await startEngine();
  server = await spawnServer({
    env: { MONGODB_URI: engine.uri.replace('/?', '/imports?'), SECRET_KEY: 'kZ8v2mQ1xW7rT4yU9pL3sD6fG0hJ5nB8' },
  });
  token = await server.signIn();
}, 60_000);
afterAll(async () => {
  await server?.remove();
  await engine?.stop();
});

describe('an import of 500 documents', { timeout: 120_000 }, () => {
  it('given a server that is killed twice in the middle, then it is finished, and nothing is doubled', async () => {
    for (let n = 0; n < DOCUMENTS; n += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, i) => upload(server, token, { name: `paper-${n + i}.md`, bytes: text(n + i) })),
      );
    let kills = 0;
    for (const share of [0.2, 0.6]) {
      const list = async () =>
        (await server.call('GET', 'knowledge/bases/main/documents', { token })).body.documents as { status: string }[];
      const ready = (documents: { status: string }[]): number =>
        documents.filter(({ status }) => status === 'ready').length;
      await expect
        .poll(async () => ready(await list()), { timeout: 60_000, interval: 30 })
        .toBeGreaterThan(DOCUMENTS * share);
      if (ready(await list()) === DOCUMENTS) break;
      server.signal('SIGKILL');
      await server.gone;
      kills += 1;
      await server.start();
      token = await server.signIn();
    }
    expect(kills).toBeGreaterThan(0);
    const documents = await imported(server, token);
    expect(documents).toHaveLength(DOCUMENTS);
    expect(documents.filter(({ status }) => status !== 'ready')).toEqual([]);
    const mongo = await connectMongo(engine.uri, 'imports');
    const chunks = await mongo.db
      .collection('chunks')
      .find({}, { projection: { document: 1, text: 1 } })
      .toArray();
    await mongo.close();
    expect(chunks.length).toBe(documents.reduce((sum, one) => sum + one.chunks, 0));
    expect(new Set(chunks.map((chunk) => `${chunk['document']} ${chunk['text']}`)).size).toBe(chunks.length);
    const found = await server.call('POST', 'kb/search', { token, body: { query: 'code499x3', limit: 5 } });
    expect(found.body.results[0].source).toBe('paper-499.md');
  });

  it('given the same file again, then nothing changes; another content replaces it; removed, it is found no more', async () => {
    const again = await upload(server, token, { name: 'paper-1.md', bytes: text(1) });
    expect(again.body.documents[0]).toMatchObject({ status: 'ready' });
    const other = await upload(server, token, {
      name: 'paper-1.md',
      bytes: Buffer.from('# New\n\nThe secret plant is oleander.'),
    });
    const id = other.body.documents[0]?.id ?? '';
    await imported(server, token);
    const search = async (query: string) =>
      (await server.call('POST', 'kb/search', { token, body: { query, limit: 3 } })).body.results.map(
        ({ source }: { source: string }) => source,
      );
    await expect.poll(() => search('oleander')).toEqual(['paper-1.md']);
    expect(await search('code1x1')).toEqual([]);
    await server.call('DELETE', `knowledge/bases/main/documents/${id}`, { token });
    await expect.poll(() => search('oleander')).toEqual([]);
  });

  it('given 100 MB, rubbish, or a name that leads out, then it is refused and the server lives', async () => {
    const large = await upload(server, token, { name: 'large.txt', bytes: Buffer.alloc(100_000_000, 97) }).catch(
      () => ({ status: 413, body: {} }),
    );
    expect(large.status).toBe(413);
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', '--x\r\nrubbish'],
      ['application/json', '{}'],
    ] as const) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      const answer = await fetch(`${server.url}/api/v1/knowledge/bases/main/documents`, {
        method: 'POST',
        headers,
        body,
      });
      expect(answer.status).toBe(400);
    }
    const { body } = await upload(server, token, {
      name: '../../etc/passwd\u0000.md',
      bytes: Buffer.from('# A\n\nB c.'),
    });
    expect(body.documents[0]?.name).toBe('passwd.md');
    const wrong = await upload(server, token, { name: 'a.pdf', bytes: Buffer.from('{"a":1}') });
    const failed = (await imported(server, token)).find(({ id }) => id === wrong.body.documents[0]?.id);
    expect(failed?.problem).toMatchObject({
      code: 'document_type_mismatch',
      message: { ru: expect.stringContaining('Содержимое') },
    });
  });
});

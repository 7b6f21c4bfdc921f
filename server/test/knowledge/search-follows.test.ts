import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSearch, type StoredChunk } from '../../src/features/knowledge/search/index.ts';
import { connectMongo, type Mongo } from '../../src/platform/mongo/connect.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

const PLACE = { tenant: 't', base: 'main' };

let engine: TestEngine;
let mongo: Mongo;
/** Document → its generation that can be found. */
let stock: Map<string, string>;

beforeAll(async () => {
  engine = await startEngine();
  mongo = await connectMongo(engine.uri, 'search');
});
afterAll(async () => {
  await mongo?.close();
  await engine?.stop();
});
beforeEach(async () => {
  stock = new Map();
  await mongo.db.collection('chunks').deleteMany({});
});

/** Puts a document there in place of the one before. */
async function put(document: string, generation: number, text: string): Promise<void> {
  const chunks = mongo.db.collection<StoredChunk>('chunks');
  const place = { ...PLACE, document, generation, source: document, title: '', headings: [], page: null, seq: 0 };
  await chunks.insertOne({ _id: `${document}:${generation}:0`, ...place, text, vector: null });
  stock = new Map(stock).set(document, `${generation}:1`);
  await chunks.deleteMany({ document, generation: { $lt: generation } });
}

/** A search that takes a base as it was for a minute. */
function started(look: () => Promise<ReadonlyMap<string, string>> = async () => stock) {
  const search = createSearch({ db: mongo.db, stock: look, freshMs: 60_000 });
  const texts = async (text: string): Promise<string[]> =>
    (await search.search('t', ['main'], { text, limit: 5 })).map(({ chunk }) => chunk.text);
  return { search, texts };
}

describe('a search by an index in memory', () => {
  it('given a change while it looks what is there, then the next search knows of it', async () => {
    await put('rates', 1, 'A parcel costs five euros.');
    const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { search, texts } = started(async () => {
      const seen = stock;
      asked.resolve();
      await answer.promise;
      return seen;
    });
    const early = texts('parcel');
    await asked.promise;
    await put('rates', 2, 'A parcel costs seven euros.');
    search.changed('t', 'main');
    const late = texts('parcel');
    answer.resolve();
    await early;
    expect(await late).toEqual(['A parcel costs seven euros.']);
    search.stop();
  });

  it('given another process replaced a document, then what it says now is found', async () => {
    await put('rates', 1, 'A parcel costs five euros.');
    const { search, texts } = started();
    expect(await texts('parcel')).toEqual(['A parcel costs five euros.']);
    await put('rates', 2, 'A parcel costs seven euros.');
    expect(await texts('parcel')).toEqual(['A parcel costs seven euros.']);
    search.stop();
  });
});

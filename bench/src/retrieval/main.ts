// How well and how fast passages are found. Quality on the golden questions of the template: full text, vectors (a deterministic local
// embedding), and both; speed of importing its documents; latency and memory at many chunks. Last line: one JSON object.
// node tooling/run.mjs bench/src/retrieval/main.ts [--chunks 100000] [--queries 500]
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { chunkDocument, createDocumentReader } from '@scenarium/server/knowledge/reading';
import { binaryOf, createSearch, type SearchMode, type StoredChunk } from '@scenarium/server/knowledge/search';
import { parse } from 'yaml';
import { startEngine } from '../rig/engine.ts';
import { embed } from './embed.ts';
import { createTexts } from './synthetic.ts';

const { values } = parseArgs({
  options: { chunks: { type: 'string', default: '100000' }, queries: { type: 'string', default: '500' } },
});
const many = Number(values.chunks);
const template = fileURLToPath(new URL('../../../scenarios/templates/support-faq/', import.meta.url));
const engine = await startEngine();
const client = await MongoClient.connect(engine.uri);
const db = client.db('retrieval');
const stored = db.collection<StoredChunk>('chunks');
const stock = new Map<string, Map<string, string>>();
const search = createSearch({
  db,
  stock: async (_tenant, base) => stock.get(base) ?? new Map<string, string>(),
  freshMs: 3_600_000,
});
await search.prepare();

const imported = await importTemplate();
const quality = await measureQuality();
const load = await measureLoad();
await client.close();
await engine.stop();
process.stdout.write(`${JSON.stringify({ ...quality, ...imported, ...load })}\n`);
process.exit(0);

async function importTemplate() {
  const reader = createDocumentReader();
  const files = globSync(`${template}documents/*/*`);
  // The first document pays for the start of the reader.
  await reader.read(Buffer.from('# Warm\n\nUp.'), { name: 'warm.md' });
  const begin = performance.now();
  let pages = 0;
  let count = 0;
  const documents = new Map<string, string>();
  for (const file of files) {
    const name = basename(file);
    const document = await reader.read(readFileSync(file), { name });
    const chunks = chunkDocument(document).map((passage, seq) =>
      chunkOf({ base: 'golden', document: name, seq }, { title: document.title, ...passage }),
    );
    await stored.insertMany(chunks);
    documents.set(name, `1:${chunks.length}`);
    pages += document.pages;
    count += chunks.length;
  }
  reader.stop();
  stock.set('golden', documents);
  const seconds = (performance.now() - begin) / 1_000;
  return { documents: files.length, pages, goldenChunks: count, pagesPerSecond: Math.round(pages / seconds) };
}

async function measureQuality() {
  const golden = parse(readFileSync(`${template}golden.yaml`, 'utf8')) as {
    questions: { question: string; expect: string }[];
  };
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');
  const measured: Record<string, { recallAt5: number; mrr: number }> = {};
  for (const mode of ['text', 'vectors', 'hybrid'] satisfies SearchMode[]) {
    let found = 0;
    let reciprocal = 0;
    for (const { question, expect } of golden.questions) {
      const hits = await search.search('t', ['golden'], { text: question, vector: embed(question), mode, limit: 5 });
      const at = hits.findIndex(({ chunk }) => plain(chunk.text).includes(plain(expect)));
      if (at === -1) continue;
      found += 1;
      reciprocal += 1 / (at + 1);
    }
    const share = (sum: number): number => Math.round((sum / golden.questions.length) * 1_000) / 1_000;
    measured[mode] = { recallAt5: share(found), mrr: share(reciprocal) };
  }
  return { questions: golden.questions.length, ...measured };
}

async function measureLoad() {
  const texts = createTexts(7);
  const before = memory();
  const documents = new Map<string, string>();
  for (let n = 0; n < many; n += 1_000) {
    const document = `d${n}`;
    const size = Math.min(1_000, many - n);
    const chunks = Array.from({ length: size }, (_, seq) =>
      chunkOf({ base: 'many', document, seq }, { title: 'Synthetic', headings: [], page: null, text: texts.text(110) }),
    );
    await stored.insertMany(chunks);
    documents.set(document, `1:${size}`);
  }
  stock.set('many', documents);
  const blocked = monitorEventLoopDelay({ resolution: 1 });
  blocked.enable();
  const begin = performance.now();
  await search.search('t', ['many'], { text: 'first', limit: 1 });
  const loadedInMs = Math.round(performance.now() - begin);
  blocked.disable();
  const times: Record<string, number[]> = { text: [], hybrid: [] };
  for (let i = 0; i < Number(values.queries); i += 1) {
    const text = texts.text(3 + (i % 8));
    for (const mode of ['text', 'hybrid'] as const) {
      const start = performance.now();
      await search.search('t', ['many'], { text, mode, vector: embed(text), limit: 8 });
      times[mode]?.push(performance.now() - start);
    }
  }
  const at = (list: number[] = [], share: number): number =>
    Math.round((list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0) * 10) / 10;
  return {
    chunks: many,
    loadedInMs,
    // How long nothing else was done while the base was loaded.
    blockedP99Ms: Math.round(blocked.percentile(99) / 1e6),
    blockedMaxMs: Math.round(blocked.max / 1e6),
    textP50: at(times['text'], 0.5),
    textP99: at(times['text'], 0.99),
    hybridP50: at(times['hybrid'], 0.5),
    hybridP99: at(times['hybrid'], 0.99),
    indexMb: memory() - before,
  };
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 1e6);
}

function chunkOf(
  { base, document, seq }: { base: string; document: string; seq: number },
  passage: Pick<StoredChunk, 'title' | 'headings' | 'page' | 'text'>,
): StoredChunk {
  const vector = binaryOf(embed([passage.title, ...passage.headings, passage.text].join('\n')));
  return {
    _id: `${base}:${document}:${seq}`,
    tenant: 't',
    base,
    document,
    generation: 1,
    source: document,
    seq,
    ...passage,
    vector,
  };
}

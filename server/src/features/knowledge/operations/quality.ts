import { ObjectId } from 'mongodb';
import type { GoldenQuestion, KnowledgeDocument, Quality, Reindexing } from '../model.ts';
import { answerExtractively } from '../answering/index.ts';
import { isOutside, namedBases } from './bases.ts';
import type { KnowledgeContext } from './context.ts';
import { repeatImport } from './documents.ts';
import { find } from './find.ts';

interface Place {
  tenant: string;
  base: string;
}

const DEPTH = 5;

/** Sets the golden questions of a base. */
export async function setGolden(
  { models: { golden } }: KnowledgeContext,
  { tenant, base }: Place,
  questions: Pick<GoldenQuestion, 'locale' | 'question' | 'expect'>[],
): Promise<void> {
  await golden.deleteMany({ tenant, base });
  await golden.insertMany(
    questions.map((question) => ({ _id: new ObjectId().toHexString(), tenant, base, ...question })),
  );
}

export function listGolden(
  { models: { golden } }: KnowledgeContext,
  { tenant, base }: Place,
): Promise<GoldenQuestion[]> {
  return golden.find({ tenant, base }).limit(5_000).lean();
}

/** How well the golden questions are answered now, and which right passages are found. */
export async function measure(context: KnowledgeContext, place: Place): Promise<Quality & { found: string[] }> {
  const questions = await listGolden(context, place);
  const bases = await namedBases(context.models, place.tenant, [place.base]);
  const own = bases.filter((base) => !isOutside(base)).map(({ _id }) => _id);
  const found: string[] = [];
  let reciprocal = 0;
  let refused = 0;
  for (const { _id, question: text, expect } of questions) {
    const hits = await find(context, { tenant: place.tenant, bases, text, limit: DEPTH });
    if (expect === null) {
      const weights = await context.search.weights(place.tenant, own, text);
      if (!answerExtractively(hits, { question: text, weights })) refused += 1;
      continue;
    }
    const at = hits.findIndex(({ chunk }) => plain(chunk.text).includes(plain(expect)));
    if (at === -1) continue;
    found.push(_id);
    reciprocal += 1 / (at + 1);
  }
  const answerable = questions.filter(({ expect }) => expect !== null).length;
  const others = questions.length - answerable;
  const share = (count: number, of: number): number => Math.round((count / Math.max(of, 1)) * 1_000) / 1_000;
  return {
    questions: questions.length,
    recallAt5: share(found.length, answerable),
    mrr: share(reciprocal, answerable),
    refused: others === 0 ? null : share(refused, others),
    found,
  };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
}

/** Reads every document of a base again, and tells what that did to the golden questions. */
export async function reindex(context: KnowledgeContext, { tenant, base }: Place): Promise<Reindexing> {
  const { documents, reindexings } = context.models;
  const { found, ...before } = await measure(context, { tenant, base });
  const report = await reindexings.create({
    _id: new ObjectId().toHexString(),
    tenant,
    base,
    status: 'running',
    before,
    found,
    lost: [],
  });
  const all = await documents.find({ tenant, base, status: { $in: ['ready', 'failed'] } }).lean();
  for (const { _id: id } of all) await repeatImport(context, { tenant, base, id });
  return report.toObject();
}

/** The reports of a base, the newest first. One whose documents are all read by now is finished first. */
export async function listReindexings(context: KnowledgeContext, { tenant, base }: Place): Promise<Reindexing[]> {
  const { documents, reindexings } = context.models;
  const all = await reindexings.find({ tenant, base }).sort({ createdAt: -1 }).limit(20).lean();
  const isBusy = await documents.exists({
    tenant,
    base,
    status: { $in: ['queued', 'reading'] satisfies KnowledgeDocument['status'][] },
  });
  if (isBusy || !all.some(({ status }) => status === 'running')) return all;
  const { found, ...after } = await measure(context, { tenant, base });
  const names = new Map((await listGolden(context, { tenant, base })).map(({ _id, question }) => [_id, question]));
  return Promise.all(
    all.map(async (report) => {
      if (report.status !== 'running') return report;
      const lost = report.found.filter((id) => !found.includes(id)).map((id) => names.get(id) ?? id);
      await reindexings.updateOne({ tenant, _id: report._id }, { $set: { status: 'done', after, lost } });
      return { ...report, status: 'done' as const, after, lost };
    }),
  );
}

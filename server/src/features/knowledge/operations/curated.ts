import { ObjectId } from 'mongodb';
import type { CuratedAnswer } from '../model.ts';
import { knowledgeProblems } from '../problems.ts';
import { termsOf } from '../search/index.ts';
import type { KnowledgeContext } from './context.ts';

export type CuratedInput = Pick<CuratedAnswer, 'locale' | 'question' | 'alternatives' | 'answer'>;

interface Place {
  tenant: string;
  base: string;
}

/** Questions must have so much in common, of all their terms together. */
const ALIKE = 0.75;
const MOST = 5_000;

/** The answer that a person gave to this question, or to one that is nearly the same; null when there is none. */
export async function curatedAnswer(
  { models: { curated } }: KnowledgeContext,
  { tenant, bases, text, locale }: { tenant: string; bases: readonly string[]; text: string; locale: string },
): Promise<string | null> {
  const known = await curated
    .find({ tenant, base: { $in: bases } })
    .limit(MOST)
    .lean();
  const terms = new Set(termsOf(text));
  const plain = plainOf(text);
  const likeness = ({ question, alternatives, locale: own }: CuratedAnswer): number =>
    Math.max(
      ...[question, ...alternatives].map((asked) =>
        plainOf(asked) === plain ? 1 : common(terms, new Set(termsOf(asked))),
      ),
    ) + (locale.startsWith(own) ? 0.01 : 0);
  const [best] = known.map((one) => ({ one, score: likeness(one) })).sort((a, b) => b.score - a.score);
  return best && best.score >= ALIKE ? best.one.answer : null;
}

/** Share of the terms of both that both have. */
function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((term) => b.has(term)).length;
  return both / (a.size + b.size - both);
}

function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function listCurated(
  { models: { curated } }: KnowledgeContext,
  { tenant, base }: Place,
): Promise<CuratedAnswer[]> {
  return curated.find({ tenant, base }).sort({ question: 1 }).limit(MOST).lean();
}

export async function addCurated(
  { models: { curated } }: KnowledgeContext,
  { tenant, base }: Place,
  input: CuratedInput,
): Promise<CuratedAnswer> {
  return (await curated.create({ _id: new ObjectId().toHexString(), tenant, base, ...input })).toObject();
}

export async function updateCurated(
  { models: { curated } }: KnowledgeContext,
  { tenant, base, id }: Place & { id: string },
  input: CuratedInput,
): Promise<CuratedAnswer> {
  const updated = await curated
    .findOneAndUpdate({ tenant, base, _id: id }, { $set: input }, { returnDocument: 'after' })
    .lean();
  if (!updated) throw knowledgeProblems.curated_not_found({ detail: id });
  return updated;
}

export async function removeCurated(
  { models: { curated } }: KnowledgeContext,
  { tenant, base, id }: Place & { id: string },
): Promise<void> {
  const { deletedCount } = await curated.deleteOne({ tenant, base, _id: id });
  if (deletedCount === 0) throw knowledgeProblems.curated_not_found({ detail: id });
}

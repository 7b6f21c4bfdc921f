import { answerExtractively, isAnswerable, type Said } from '../answering/index.ts';
import type { Hit } from '../search/index.ts';
import { isOutside, namedBases } from './bases.ts';
import { citationOf, type Cited } from './citation.ts';
import type { KnowledgeContext } from './context.ts';
import { curatedAnswer } from './curated.ts';
import { answerByModel, type AskModel } from './answer-by-model.ts';
import { find } from './find.ts';
import { lookUpText } from './look-up-text.ts';

/** A question to the knowledge of an organisation. */
export interface Question {
  tenant: string;
  question: string;
  locale: string;
  bases: readonly string[];
  sources: readonly string[];
  /** Passages that are looked at. */
  limit: number;
  /** Share of the question that a passage must speak of, 0 to 1. */
  threshold?: number | undefined;
  /** What was said before, the oldest first: a question that goes on from another is looked up with it. */
  said?: readonly Said[] | undefined;
  /** Asks the model; null where none is to be used. */
  ask: AskModel | null;
  instructions?: string | undefined;
  /** Hears the reply while it is being written. */
  progress?: ((text: string) => void) | undefined;
}

/** What became of a question. `by`: a person's own answer, quotes, or a model. */
export interface Answered {
  answered: boolean;
  reply: string;
  citations: Cited[];
  by: 'curated' | 'quotes' | 'model';
  /** Why there is no answer: `nothing_found`, `not_covered`, `model_declined`. */
  reason: string | null;
  hits: Hit[];
}

/** Without a model the words are the documents' own, and that is said. */
const QUOTED = { en: 'Our documents say:', ru: 'В наших документах сказано:' };
/** With a model a passage may say it in other words. */
const MODEL_THRESHOLD = 0.3;
/** Cosine from which a passage speaks of the same. */
const NEAR = 0.45;

/** Answers from what people wrote down for the question, then from documents: by a model where there is one, else by quoting. */
export async function answer(context: KnowledgeContext, question: Question): Promise<Answered> {
  const { tenant, question: text, threshold } = question;
  const bases = await namedBases(context.models, tenant, question.bases);
  const ids = bases.map(({ _id }) => _id);
  const curated = await curatedAnswer(context, { tenant, bases: ids, text, locale: question.locale });
  if (curated !== null) return { answered: true, reply: curated, citations: [], by: 'curated', reason: null, hits: [] };
  const lookup = await lookUpText(context, question);
  const hits = await find(context, { tenant, bases, text: lookup, sources: question.sources, limit: question.limit });
  const by = question.ask ? 'model' : 'quotes';
  const nothing = (reason: string): Answered => ({ answered: false, reply: '', citations: [], by, reason, hits });
  if (hits.length === 0) return nothing('nothing_found');
  const own = bases.filter((base) => !isOutside(base)).map(({ _id }) => _id);
  const weights = await context.search.weights(tenant, own, lookup);
  if (question.ask) {
    const isNear = hits.some(({ vector, outside }) => Math.max(vector?.score ?? 0, outside?.score ?? 0) >= NEAR);
    if (!isNear && !isAnswerable(hits, weights, threshold ?? MODEL_THRESHOLD)) return nothing('not_covered');
    const answered = await answerByModel(question, hits, question.ask);
    return answered ? { ...answered, answered: true, by, reason: null, hits } : nothing('model_declined');
  }
  const extracted = answerExtractively(hits, { question: lookup, weights, threshold });
  if (!extracted) return nothing('not_covered');
  const citations = extracted.quotes.map(({ chunk, quote }) => citationOf(chunk, quote));
  const reply = `${QUOTED[question.locale.startsWith('ru') ? 'ru' : 'en']}\n\n${extracted.reply}`;
  return { answered: true, reply, citations, by, reason: null, hits };
}

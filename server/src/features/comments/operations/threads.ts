import { ObjectId } from 'mongodb';
import type { Model } from 'mongoose';
import type { Thread, ThreadStatus } from '../model.ts';
import { commentProblems } from '../problems.ts';

const MOST_OPEN = 500;

/** A scenario of an organisation. */
export interface ScenarioPlace {
  tenant: string;
  scenario: string;
}

export interface ThreadPlace extends ScenarioPlace {
  thread: string;
}

/** Which threads: the newest first, of one step where it is named, and only those that began before the thread `before`. */
export interface ThreadPage {
  status: ThreadStatus;
  step?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** What begins a thread. */
export interface Beginning {
  id: string;
  author: string;
  text: string;
  step: string | null;
  stepName: string | null;
}

export const filterOf = ({ thread, ...of }: ThreadPlace) => ({ ...of, _id: thread });

/** A page of threads, and where the next one begins; null after the last. */
export async function listThreads(
  threads: Model<Thread>,
  of: ScenarioPlace,
  { status, step, before, limit }: ThreadPage,
): Promise<{ threads: Thread[]; next: string | null }> {
  const page = { ...(step !== undefined && { step }), ...(before !== undefined && { _id: { $lt: before } }) };
  const found = await threads
    .find({ ...of, status, ...page })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const shown = found.slice(0, limit);
  return { threads: shown, next: found.length > limit ? (shown.at(-1)?._id ?? null) : null };
}

/** How many threads are open at each step. */
export async function countThreads(
  threads: Model<Thread>,
  of: ScenarioPlace,
): Promise<{ step: string | null; threads: number }[]> {
  const counted = await threads.aggregate<{ _id: string | null; threads: number }>([
    { $match: { ...of, status: 'open' } },
    { $group: { _id: '$step', threads: { $sum: 1 } } },
    { $sort: { _id: 1 } },
  ]);
  return counted.map(({ _id, threads: count }) => ({ step: _id, threads: count }));
}

/** A text that is another one whenever a thread of the scenario changed. */
export async function revisionOf(threads: Model<Thread>, of: ScenarioPlace): Promise<string> {
  const [count, latest] = await Promise.all([
    threads.countDocuments({ ...of }),
    threads
      .findOne({ ...of }, { updatedAt: 1 })
      .sort({ updatedAt: -1 })
      .lean<{ updatedAt: Date }>(),
  ]);
  return `${count} ${latest?.updatedAt.getTime() ?? 0}`;
}

/** Begins a thread, once for each id of a first comment. @throws too_many_threads */
export async function beginThread(
  threads: Model<Thread>,
  of: ScenarioPlace,
  { id, author, text, step, stepName }: Beginning,
): Promise<Thread> {
  const known = { ...of, begunBy: id };
  const begun = await threads.findOne(known).lean();
  if (begun) return begun;
  if ((await threads.countDocuments({ ...of, status: 'open' })) >= MOST_OPEN)
    throw commentProblems.too_many_threads({ detail: String(MOST_OPEN) });
  const made: Thread = {
    ...known,
    _id: new ObjectId().toHexString(),
    ...{ step, stepName, status: 'open', resolvedBy: null, resolvedAt: null },
    comments: [{ id, author, text, at: new Date(), editedAt: null }],
  };
  try {
    return (await threads.create(made)).toObject();
  } catch (error) {
    if ((error as { code?: number }).code !== 11000) throw error;
    return threads.findOne(known).orFail().lean();
  }
}

/** Resolves a thread, or opens it again. Who resolved it first stays. @throws thread_not_found */
export async function setStatus(
  threads: Model<Thread>,
  place: ThreadPlace,
  { status, by }: { status: ThreadStatus; by: string },
): Promise<Thread> {
  const resolution =
    status === 'open' ? { resolvedBy: null, resolvedAt: null } : { resolvedBy: by, resolvedAt: new Date() };
  const changed = await threads
    .findOneAndUpdate(
      { ...filterOf(place), status: { $ne: status } },
      { $set: { status, ...resolution } },
      { returnDocument: 'after' },
    )
    .lean();
  return changed ?? getThread(threads, place);
}

/** Puts threads at the new ids of their steps; `renamed` gives them by the old ones. */
export async function followSteps(
  threads: Model<Thread>,
  of: ScenarioPlace,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  const moves = [...renamed].map(([step, to]) => ({
    updateMany: { filter: { ...of, step }, update: { $set: { step: to } } },
  }));
  await threads.bulkWrite(moves);
}

/** @throws thread_not_found */
export async function getThread(threads: Model<Thread>, place: ThreadPlace): Promise<Thread> {
  const found = await threads.findOne(filterOf(place)).lean();
  if (!found) throw commentProblems.thread_not_found({ detail: place.thread });
  return found;
}

import type { Model } from 'mongoose';
import type { Thread } from '../model.ts';
import { commentProblems } from '../problems.ts';
import { filterOf, getThread, type ThreadPlace } from './threads.ts';

const MOST_COMMENTS = 200;

export interface CommentPlace extends ThreadPlace {
  comment: string;
}

interface Said {
  author: string;
  text: string;
}

/** Answers in a thread, once for each id; a resolved thread is open again. @throws thread_not_found, thread_full */
export async function addComment(
  threads: Model<Thread>,
  { comment: id, ...place }: CommentPlace,
  { author, text }: Said,
): Promise<Thread> {
  const comment = { id, author, text, at: new Date(), editedAt: null };
  const changed = await threads
    .findOneAndUpdate(
      { ...filterOf(place), 'comments.id': { $ne: id }, [`comments.${MOST_COMMENTS - 1}`]: { $exists: false } },
      { $push: { comments: comment }, $set: { status: 'open', resolvedBy: null, resolvedAt: null } },
      { returnDocument: 'after' },
    )
    .lean();
  if (changed) return changed;
  const thread = await getThread(threads, place);
  if (!thread.comments.some((one) => one.id === id))
    throw commentProblems.thread_full({ detail: String(MOST_COMMENTS) });
  return thread;
}

/** Only who wrote a comment may change its text. @throws thread_not_found, comment_not_found, comment_not_yours */
export async function editComment(
  threads: Model<Thread>,
  { comment: id, ...place }: CommentPlace,
  { author, text }: Said,
): Promise<Thread> {
  const changed = await threads
    .findOneAndUpdate(
      { ...filterOf(place), comments: { $elemMatch: { id, author } } },
      { $set: { 'comments.$.text': text, 'comments.$.editedAt': new Date() } },
      { returnDocument: 'after' },
    )
    .lean();
  if (changed) return changed;
  const { comments } = await getThread(threads, place);
  if (comments.some((one) => one.id === id)) throw commentProblems.comment_not_yours({ detail: id });
  throw commentProblems.comment_not_found({ detail: id });
}

/** Removes a comment; with the first of a thread the whole thread goes. @throws thread_not_found, comment_not_found */
export async function removeComment(threads: Model<Thread>, { comment: id, ...place }: CommentPlace): Promise<void> {
  const { deletedCount } = await threads.deleteOne({ ...filterOf(place), begunBy: id });
  if (deletedCount > 0) return;
  const changed = await threads.updateOne({ ...filterOf(place), 'comments.id': id }, { $pull: { comments: { id } } });
  if (changed.matchedCount > 0) return;
  await getThread(threads, place);
  throw commentProblems.comment_not_found({ detail: id });
}

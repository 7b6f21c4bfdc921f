import { z } from 'zod';
import { STATUSES, type Comment, type Thread } from './model.ts';
import { mentionsIn } from './operations/mentions-in.ts';

const Person = z.object({ id: z.string(), name: z.string() });
const CommentView = z.object({
  id: z.string(),
  author: Person,
  text: z.string().describe('With `<@id>` for each of `mentions`'),
  mentions: z.array(Person),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
});
export const ThreadView = z.object({
  id: z.string(),
  step: z.string().nullable().describe('Null: the scenario as a whole'),
  stepName: z.string().nullable().describe('What the step was called when the thread began'),
  status: z.enum(STATUSES),
  resolved: z.object({ by: Person, at: z.iso.datetime() }).nullable(),
  comments: z.array(CommentView),
});

/** Names of users by their ids. */
export type Names = ReadonlyMap<string, string>;

/** Ids of everybody who is named in a thread. */
export function peopleIn({ comments, resolvedBy }: Thread): string[] {
  const said = comments.flatMap(({ author, text }) => [author, ...mentionsIn(text)]);
  return resolvedBy === null ? said : [...said, resolvedBy];
}

/** A thread as the API shows it. */
export function viewThread(
  { _id, step, stepName, status, resolvedBy, resolvedAt, comments }: Thread,
  names: Names,
): z.infer<typeof ThreadView> {
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const viewComment = ({ id, author, text, at, editedAt }: Comment) => ({
    ...{ id, author: person(author), text, mentions: mentionsIn(text).map(person) },
    ...{ at: at.toISOString(), editedAt: editedAt?.toISOString() ?? null },
  });
  const resolved = resolvedBy && resolvedAt ? { by: person(resolvedBy), at: resolvedAt.toISOString() } : null;
  return { id: _id, step, stepName, status, resolved, comments: comments.map(viewComment) };
}

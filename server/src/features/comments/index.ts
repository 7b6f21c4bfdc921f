import type { Connection } from 'mongoose';
import type { Identity } from '../identity/index.ts';
import type { RenamedSteps, Scenarios } from '../scenarios/index.ts';
import { threadModel, type Thread, type ThreadStatus } from './model.ts';
import { addComment, editComment, removeComment, type CommentPlace } from './operations/comments.ts';
import { mentionsIn } from './operations/mentions-in.ts';
import {
  beginThread,
  countThreads,
  followSteps,
  listThreads,
  revisionOf,
  setStatus,
  type Beginning,
  type ScenarioPlace,
  type ThreadPage,
  type ThreadPlace,
} from './operations/threads.ts';
import { commentProblems } from './problems.ts';

export { commentRoutes } from './routes.ts';

/** What people of an organisation say about its scenarios. A scenario is named by its id or its key. @throws scenario_not_found */
export interface Comments {
  prepare(): Promise<void>;
  list(of: ScenarioPlace, page: ThreadPage): Promise<{ threads: Thread[]; next: string | null }>;
  /** How many threads are open at each step. */
  count(of: ScenarioPlace): Promise<{ step: string | null; threads: number }[]>;
  /** A text that is another one whenever something changed; the scenario is named by its id. */
  revision(of: ScenarioPlace): Promise<string>;
  /** @throws mention_not_found, too_many_threads */
  begin(of: ScenarioPlace, beginning: Omit<Beginning, 'stepName'>): Promise<Thread>;
  setStatus(place: ThreadPlace, change: { status: ThreadStatus; by: string }): Promise<Thread>;
  /** @throws mention_not_found, thread_full */
  add(place: CommentPlace, said: { author: string; text: string }): Promise<Thread>;
  /** @throws mention_not_found, comment_not_yours */
  edit(place: CommentPlace, said: { author: string; text: string }): Promise<Thread>;
  remove(place: CommentPlace): Promise<void>;
  /** Threads stay at their steps when these get other ids. */
  follow(of: ScenarioPlace, renamed: RenamedSteps): Promise<void>;
  /** Names of users of the organisation by their ids. */
  names(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

interface Parts {
  connection: Connection;
  scenarios: Scenarios;
  identity: Pick<Identity, 'namesOf'>;
}

export function createComments({ connection, scenarios, identity }: Parts): Comments {
  const threads = threadModel(connection);

  async function known<P extends ScenarioPlace>(place: P): Promise<P> {
    const { _id } = await scenarios.get(place.tenant, place.scenario);
    return { ...place, scenario: _id };
  }

  async function checkMentions(tenant: string, text: string): Promise<void> {
    const mentioned = mentionsIn(text);
    const names = await identity.namesOf(tenant, mentioned);
    const unknown = mentioned.find((id) => !names.has(id));
    if (unknown !== undefined) throw commentProblems.mention_not_found({ detail: unknown });
  }

  return {
    async prepare() {
      await threads.createIndexes();
    },
    list: async (of, page) => listThreads(threads, await known(of), page),
    count: async (of) => countThreads(threads, await known(of)),
    revision: (of) => revisionOf(threads, of),
    async begin({ tenant, scenario }, beginning) {
      const { _id, draft } = await scenarios.get(tenant, scenario);
      await checkMentions(tenant, beginning.text);
      const stepName = draft.steps.find(({ id }) => id === beginning.step)?.name ?? null;
      return beginThread(threads, { tenant, scenario: _id }, { ...beginning, stepName });
    },
    setStatus: async (place, change) => setStatus(threads, await known(place), change),
    async add(place, said) {
      const found = await known(place);
      await checkMentions(place.tenant, said.text);
      return addComment(threads, found, said);
    },
    async edit(place, said) {
      const found = await known(place);
      await checkMentions(place.tenant, said.text);
      return editComment(threads, found, said);
    },
    remove: async (place) => removeComment(threads, await known(place)),
    follow: (of, renamed) => followSteps(threads, of, renamed),
    names: identity.namesOf,
  };
}

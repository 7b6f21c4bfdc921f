import type { Json } from '@scenarium/language';

/** Something that can be watched: `conversations`, `conversation:<id>`, `scenario:<id>`. */
export interface Topic {
  /** What somebody must be allowed to do to watch it. */
  permission: string;
  /** How it is now: a small value that is another one whenever something changed. Null where there is nothing to see. */
  state(tenant: string, id: string): Promise<Json>;
}

export type Topics = Readonly<Record<string, Topic>>;

export interface Watched {
  topic: Topic;
  id: string;
}

/** What a name stands for; null where nothing is called so. */
export function readTopic(topics: Topics, name: string): Watched | null {
  const [kind = '', id = ''] = name.split(/:(.*)/s, 2);
  const topic = Object.hasOwn(topics, kind) ? topics[kind] : undefined;
  return topic ? { topic, id } : null;
}

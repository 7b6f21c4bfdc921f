import type { Db } from 'mongodb';

/** Somebody who has a draft open. */
export interface Editor {
  /** One for each window. */
  id: string;
  user: string;
  name: string;
  /** The step that is selected. */
  step: string | null;
}

interface EditorDocument {
  _id: string;
  tenant: string;
  scenario: string;
  user: string;
  name: string;
  step: string | null;
  seenAt: Date;
}

/** Who works on which draft now, on whichever server: kept in the database, and forgotten when nothing is heard of them. */
export interface Editors {
  prepare(): Promise<void>;
  here(of: { tenant: string; scenario: string }, editor: Editor): Promise<void>;
  /** Those of this server are still there. */
  stay(ids: readonly string[]): Promise<void>;
  leave(id: string): Promise<void>;
  of(tenant: string, scenario: string): Promise<Editor[]>;
}

/** Who was not heard of for so long is gone. */
export const GONE_AFTER_MS = 30_000;
const MOST = 50;

export function createEditors(db: Db): Editors {
  const editors = db.collection<EditorDocument>('editors');
  return {
    async prepare() {
      await editors.createIndex({ tenant: 1, scenario: 1 });
      await editors.createIndex({ seenAt: 1 }, { expireAfterSeconds: GONE_AFTER_MS / 1_000 });
    },
    async here({ tenant, scenario }, { id, user, name, step }) {
      const $set = { tenant, scenario, user, name, step, seenAt: new Date() };
      await editors.updateOne({ _id: id }, { $set }, { upsert: true });
    },
    async stay(ids) {
      await editors.updateMany({ _id: { $in: [...ids] } }, { $set: { seenAt: new Date() } });
    },
    async leave(id) {
      await editors.deleteOne({ _id: id });
    },
    async of(tenant, scenario) {
      const seenAt = { $gt: new Date(Date.now() - GONE_AFTER_MS) };
      const found = await editors.find({ tenant, scenario, seenAt }).sort({ _id: 1 }).limit(MOST).toArray();
      return found.map(({ _id: id, user, name, step }) => ({ id, user, name, step }));
    },
  };
}

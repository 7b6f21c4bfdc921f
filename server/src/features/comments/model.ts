import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** What somebody said in a thread. The id comes from whoever sends it, so that what is sent again is not said twice. */
export interface Comment {
  id: string;
  author: string;
  /** With `<@id>` for the name of somebody who is mentioned. */
  text: string;
  at: Date;
  editedAt: Date | null;
}

export const STATUSES = ['open', 'resolved'] as const;
export type ThreadStatus = (typeof STATUSES)[number];

/** What is said about a step of a scenario, or about the scenario as a whole where `step` is null. */
export interface Thread {
  _id: string;
  tenant: string;
  scenario: string;
  step: string | null;
  /** What the step was called when the thread began: the step may be gone. */
  stepName: string | null;
  /** Id of the comment that began it. */
  begunBy: string;
  status: ThreadStatus;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  comments: Comment[];
}

export function threadModel(connection: Connection): Model<Thread> {
  const comment = new Schema<Comment>(
    {
      id: { type: String, required: true },
      author: { type: String, required: true },
      text: { type: String, required: true },
      at: { type: Date, required: true },
      editedAt: { type: Date, default: null },
    },
    { _id: false, id: false },
  );
  const schema = new Schema<Thread>(
    {
      _id: { type: String, required: true },
      scenario: { type: String, required: true },
      step: { type: String, default: null },
      stepName: { type: String, default: null },
      begunBy: { type: String, required: true },
      status: { type: String, enum: STATUSES, required: true },
      resolvedBy: { type: String, default: null },
      resolvedAt: { type: Date, default: null },
      comments: { type: [comment], required: true },
    },
    { timestamps: true, collection: 'threads' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, scenario: 1, begunBy: 1 }, { unique: true });
  schema.index({ tenant: 1, scenario: 1, status: 1, _id: -1 });
  schema.index({ tenant: 1, scenario: 1, status: 1, step: 1, _id: -1 });
  schema.index({ tenant: 1, scenario: 1, updatedAt: -1 });
  return connection.model<Thread>('Thread', schema);
}

import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';
import type { TurnTaking } from '../../runtime/index.ts';

/** An agent in the words of end users. */
export interface ShownAs {
  name: string;
  description: string;
}

/** A support agent: a name, the version of a scenario it runs, and how it may be reached. */
export interface Agent {
  _id: string;
  tenant: string;
  slug: string;
  name: string;
  description: string;
  /** What end users see instead, by language. */
  shownAs: Record<string, ShownAs>;
  /** The scenario it is drawn from; null: none yet. */
  scenario: string | null;
  /** The published version it runs; null: it does not answer yet. */
  version: string | null;
  /** The running experiment that chooses versions for new runs instead; null: none runs. */
  experiment: string | null;
  /** Values of `agent` scoped variables. */
  variables: Record<string, unknown>;
  turnTaking: TurnTaking;
  /** Answers where a step names no model: `connection` or `connection:model`; null: that of the organisation. */
  model: string | null;
  /** May anybody talk to it on the hosted web page? */
  web: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export function agentModel(connection: Connection): Model<Agent> {
  const schema = new Schema<Agent>(
    {
      _id: { type: String, required: true },
      slug: { type: String, required: true },
      name: { type: String, required: true },
      description: { type: String, default: '' },
      shownAs: { type: Object, default: {} },
      scenario: { type: String, default: null },
      version: { type: String, default: null },
      experiment: { type: String, default: null },
      variables: { type: Schema.Types.Mixed, required: true, default: {} },
      turnTaking: {
        type: new Schema(
          { policy: { type: String, required: true }, windowMs: { type: Number, required: true } },
          { _id: false },
        ),
        required: true,
      },
      model: { type: String, default: null },
      web: { type: Boolean, required: true },
    },
    { timestamps: true, minimize: false, collection: 'agents' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, slug: 1 }, { unique: true });
  return connection.model<Agent>('Agent', schema);
}

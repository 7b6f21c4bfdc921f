import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** What an organisation may use up of models in a calendar month (UTC). Null: no limit. */
export interface Budget {
  /** In the currency of the models' prices. */
  cost: number | null;
  tokens: number | null;
}

/** Which models an organisation uses. References are `connection` or `connection:model`. */
export interface ModelSettings {
  _id: string;
  tenant: string;
  /** For chats, where a step names none; otherwise the oldest connection that offers a chat model. */
  chat: string | null;
  /** For vectors of the knowledge bases; null: full text alone. */
  embeddings: string | null;
  /** Takes over when the budget is used up; null: nothing does. */
  cheaper: string | null;
  budget: Budget;
  /** Month of the last warning that the budget is nearly used up. */
  warned: string | null;
}

/** What was used of one model in one month. */
export interface ModelUsage {
  _id: string;
  tenant: string;
  /** `2026-11` */
  month: string;
  connection: string;
  model: string;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
}

/** One call of a model as it was, kept for a month: what people look at when an answer was bad. */
export interface ModelCall {
  _id: string;
  tenant: string;
  conversation: string;
  connection: string;
  model: string;
  prompt: unknown;
  reply: unknown;
  inputTokens: number;
  outputTokens: number;
  cost: number;
  ms: number;
  at: Date;
}

export interface ModelModels {
  settings: Model<ModelSettings>;
  usage: Model<ModelUsage>;
  calls: Model<ModelCall>;
}

const KEPT_SECONDS = 30 * 86_400;
const text = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const count = { type: Number, default: 0 } as const;

export function modelModels(connection: Connection): ModelModels {
  const settings = new Schema<ModelSettings>(
    {
      _id: text,
      chat: optional,
      embeddings: optional,
      cheaper: optional,
      budget: { type: Schema.Types.Mixed, default: { cost: null, tokens: null } },
      warned: optional,
    },
    { collection: 'modelSettings', minimize: false },
  );
  const used = { calls: count, inputTokens: count, outputTokens: count, cost: count };
  const usage = new Schema<ModelUsage>(
    { _id: text, month: text, connection: text, model: text, ...used },
    { collection: 'modelUsage' },
  );
  usage.index({ tenant: 1, month: 1 });
  const calls = new Schema<ModelCall>(
    {
      _id: text,
      conversation: text,
      connection: text,
      model: text,
      prompt: Schema.Types.Mixed,
      reply: Schema.Types.Mixed,
      inputTokens: count,
      outputTokens: count,
      cost: count,
      ms: count,
      at: { type: Date, required: true, expires: KEPT_SECONDS },
    },
    { collection: 'modelCalls', minimize: false },
  );
  calls.index({ tenant: 1, conversation: 1, at: 1 });
  settings.plugin(tenantScoped);
  usage.plugin(tenantScoped);
  calls.plugin(tenantScoped);
  return {
    settings: connection.model<ModelSettings>('ModelSettings', settings),
    usage: connection.model<ModelUsage>('ModelUsage', usage),
    calls: connection.model<ModelCall>('ModelCall', calls),
  };
}

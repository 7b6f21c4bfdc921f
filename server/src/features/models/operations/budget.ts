import type { ModelSettings, ModelUsage } from '../model.ts';
import type { ModelContext } from './context.ts';

/** From this share of the budget on the organisation is warned. */
const NEARLY = 0.8;

/** What one call used. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  cost: number;
}

export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

export function usageOf({ models }: ModelContext, tenant: string, month: string): Promise<ModelUsage[]> {
  return models.usage.find({ tenant, month }).lean();
}

export async function isExhausted(
  context: ModelContext,
  tenant: string,
  { budget }: Pick<ModelSettings, 'budget'>,
): Promise<boolean> {
  return (await shareUsed(context, tenant, budget)) >= 1;
}

/** How much of the budget of this month is used up: 1 is all; 0 where there is no limit. */
async function shareUsed(
  context: ModelContext,
  tenant: string,
  { cost, tokens }: ModelSettings['budget'],
): Promise<number> {
  if (cost === null && tokens === null) return 0;
  const used = await usageOf(context, tenant, monthOf(new Date()));
  const sum = (of: (one: ModelUsage) => number): number => used.reduce((total, one) => total + of(one), 0);
  const shares = [
    cost === null ? 0 : sum((one) => one.cost) / Math.max(cost, 1e-9),
    tokens === null ? 0 : sum((one) => one.inputTokens + one.outputTokens) / Math.max(tokens, 1),
  ];
  return Math.max(...shares);
}

/** Books what a call used, and warns once a month when the budget is nearly used up. */
export async function book(
  context: ModelContext,
  { tenant, connection, model }: Pick<ModelUsage, 'tenant' | 'connection' | 'model'>,
  { inputTokens, outputTokens, cost }: Usage,
): Promise<void> {
  const { models, warn } = context;
  const month = monthOf(new Date());
  await models.usage.updateOne(
    { tenant, _id: `${tenant}:${month}:${connection}:${model}` },
    { $inc: { calls: 1, inputTokens, outputTokens, cost }, $setOnInsert: { month, connection, model } },
    { upsert: true },
  );
  const settings = await models.settings.findOne({ tenant, _id: tenant }).lean();
  if (!settings || settings.warned === month) return;
  const share = await shareUsed(context, tenant, settings.budget);
  if (share < NEARLY) return;
  const { modifiedCount } = await models.settings.updateOne(
    { tenant, _id: tenant, warned: { $ne: month } },
    { $set: { warned: month } },
  );
  if (modifiedCount === 1) await warn(tenant, share);
}

import type { Connection } from 'mongoose';
import { modelModels, type ModelCall, type ModelSettings, type ModelUsage } from './model.ts';
import { monthOf, usageOf } from './operations/budget.ts';
import { check } from './operations/check.ts';
import { classify, type Classified } from './operations/classify.ts';
import type { ModelContext } from './operations/context.ts';
import { createEmbed } from './operations/embed.ts';
import { generate, type Asking, type Generated } from './operations/generate.ts';
import { resolveChat, settingsOf } from './operations/resolve.ts';
import { saveSettings, type SettingsInput } from './operations/settings.ts';

export { modelRoutes, type ModelRoutesOptions } from './routes.ts';
export { Classification } from './operations/classify.ts';
export { Checking } from './operations/check.ts';
export { Generation } from './operations/generate.ts';
export type { Asking, Generated } from './operations/generate.ts';
export type { Said } from './operations/context.ts';

/** Models of organisations: who is asked, what it costs, how much may be used. */
export interface Models {
  prepare(): Promise<void>;
  generate(asking: Asking, wanted: Parameters<typeof generate>[2]): Promise<Generated>;
  classify(asking: Asking, wanted: Parameters<typeof classify>[2]): Promise<Classified>;
  check(asking: Asking, wanted: Parameters<typeof check>[2]): Promise<{ valid: boolean; reason: string }>;
  embed: ReturnType<typeof createEmbed>;
  /** Is there a chat model to ask? @throws ActionError `model_unknown`, `budget_exhausted` */
  available(tenant: string, reference?: string): Promise<boolean>;
  settings(tenant: string): Promise<Omit<ModelSettings, '_id' | 'tenant'>>;
  saveSettings(tenant: string, settings: SettingsInput): Promise<void>;
  /** Of a month, `2026-11`; of this one when absent. */
  usage(tenant: string, month?: string): Promise<ModelUsage[]>;
  calls(tenant: string, conversation: string): Promise<ModelCall[]>;
}

export function createModels({
  connection,
  ...rest
}: { connection: Connection } & Omit<ModelContext, 'models'>): Models {
  const models = modelModels(connection);
  const context: ModelContext = { models, ...rest };
  return {
    async prepare() {
      await Promise.all(Object.values(models).map((model) => model.createIndexes()));
    },
    generate: (asking, wanted) => generate(context, asking, wanted),
    classify: (asking, wanted) => classify(context, asking, wanted),
    check: (asking, wanted) => check(context, asking, wanted),
    embed: createEmbed(context),
    available: async (tenant, reference) => (await resolveChat(context, { tenant, reference })) !== null,
    settings: (tenant) => settingsOf(context, tenant),
    saveSettings: (tenant, settings) => saveSettings(context, tenant, settings),
    usage: (tenant, month = monthOf(new Date())) => usageOf(context, tenant, month),
    calls: (tenant, conversation) => models.calls.find({ tenant, conversation }).sort({ at: 1 }).limit(500).lean(),
  };
}

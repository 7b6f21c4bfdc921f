import type { ModelKind } from '@scenarium/sdk';
import type { ModelSettings } from '../model.ts';
import { modelProblems } from '../problems.ts';
import type { ModelContext } from './context.ts';
import { offers } from './resolve.ts';

export type SettingsInput = Pick<ModelSettings, 'chat' | 'embeddings' | 'cheaper' | 'budget'>;

/** Chooses models and budget of an organisation. A raised budget is warned about anew. @throws model_unknown */
export async function saveSettings(context: ModelContext, tenant: string, settings: SettingsInput): Promise<void> {
  const connections = await context.connections(tenant);
  const kinds: [string | null, ModelKind][] = [
    [settings.chat, 'chat'],
    [settings.cheaper, 'chat'],
    [settings.embeddings, 'embeddings'],
  ];
  for (const [reference, kind] of kinds) {
    const name = reference?.split(':')[0];
    if (name !== undefined && !connections.some((one) => one.name === name && offers(context, one, kind)))
      throw modelProblems.model_unknown({ detail: reference ?? '' });
  }
  await context.models.settings.updateOne(
    { tenant, _id: tenant },
    { $set: { ...settings, warned: null } },
    { upsert: true },
  );
}

import { ActionError, type ModelKind } from '@scenarium/sdk';
import type { ModelSettings } from '../model.ts';
import { isExhausted } from './budget.ts';
import type { ModelConnection, ModelContext } from './context.ts';

/** A model that may be asked. */
export interface Resolved {
  connection: ModelConnection;
  /** Name of the model at the provider; the connection's own when undefined. */
  model: string | undefined;
  /** The cheaper one, because the budget is used up? */
  isCheaper: boolean;
}

/** What an organisation that never chose anything uses. */
export const NO_SETTINGS: Omit<ModelSettings, '_id' | 'tenant'> = {
  chat: null,
  embeddings: null,
  cheaper: null,
  budget: { cost: null, tokens: null },
  warned: null,
};

export async function settingsOf(
  { models }: ModelContext,
  tenant: string,
): Promise<Omit<ModelSettings, '_id' | 'tenant'>> {
  return (await models.settings.findOne({ tenant, _id: tenant }).lean()) ?? NO_SETTINGS;
}

/**
 * The chat model that a step names, or the organisation's own; null where there is none at all.
 *
 * @throws ActionError `model_unknown`, `budget_exhausted`
 */
export async function resolveChat(
  context: ModelContext,
  { tenant, reference }: { tenant: string; reference?: string | undefined },
): Promise<Resolved | null> {
  const [settings, connections] = await Promise.all([settingsOf(context, tenant), context.connections(tenant)]);
  const usual = reference ?? settings.chat ?? connections.find((one) => offers(context, one, 'chat'))?.name;
  if (usual === undefined) return null;
  const wanted = find(context, connections, { reference: usual, kind: 'chat' });
  if (!(await isExhausted(context, tenant, settings))) return { ...wanted, isCheaper: false };
  if (settings.cheaper !== null)
    return { ...find(context, connections, { reference: settings.cheaper, kind: 'chat' }), isCheaper: true };
  throw new ActionError(
    'budget_exhausted',
    'the budget for models of this month is used up: raise it, or name a cheaper model',
  );
}

/** The embedding model of the organisation; null where there is none. */
export async function resolveEmbeddings(
  context: ModelContext,
  tenant: string,
): Promise<Omit<Resolved, 'isCheaper'> | null> {
  const { embeddings } = await settingsOf(context, tenant);
  if (embeddings === null) return null;
  return find(context, await context.connections(tenant), { reference: embeddings, kind: 'embeddings' });
}

export function offers({ host }: ModelContext, { plugin }: ModelConnection, kind: ModelKind): boolean {
  return host.definition(plugin)?.models[kind] !== undefined;
}

function find(
  context: ModelContext,
  connections: ModelConnection[],
  { reference, kind }: { reference: string; kind: ModelKind },
): Omit<Resolved, 'isCheaper'> {
  const [name = '', ...model] = reference.split(':');
  const connection = connections.find((one) => one.name === name && offers(context, one, kind));
  if (!connection)
    throw new ActionError(
      'model_unknown',
      `no connection “${name}” offers a model of kind “${kind}”: add it under Connections`,
    );
  return { connection, model: model.length > 0 ? model.join(':') : undefined };
}

import type { PluginDefinition } from '@scenarium/sdk';
import { ObjectId } from 'mongodb';
import type { Model } from 'mongoose';
import { SecretUnreadable, type Vault } from '../../../platform/security/vault.ts';
import type { Connection } from '../model.ts';
import { connectionProblems } from '../problems.ts';
import { splitSecrets } from './secrets.ts';

export interface ConnectionContext {
  connections: Model<Connection>;
  vault: Vault;
  definition(plugin: string): PluginDefinition | undefined;
}

export interface ConnectionInput {
  name: string;
  plugin: string;
  /** Everything the plugin's form has, secrets among it. */
  config: Record<string, unknown>;
}

export async function createConnection(
  context: ConnectionContext,
  tenant: string,
  { name, plugin, config }: ConnectionInput,
): Promise<Connection> {
  const _id = new ObjectId().toHexString();
  const parts = splitSecrets(checked(context, plugin, config), schemaOf(context, plugin));
  const secrets = sealed(context, { tenant, _id }, parts.secrets);
  try {
    const made = await context.connections.create({ _id, tenant, name, plugin, config: parts.open, secrets });
    return made.toObject();
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw connectionProblems.connection_exists({ detail: name });
    throw error;
  }
}

/**
 * Changes settings. Secrets that are not sent stay as they are, unless an address leads to another place now: what is secret would go
 * there.
 */
export async function updateConnection(
  context: ConnectionContext,
  of: { tenant: string; id: string },
  { name, config }: { name?: string | undefined; config?: Record<string, unknown> | undefined },
): Promise<Connection> {
  const { connections } = context;
  const before = await getConnection(context, of);
  const { _id, tenant, plugin } = before;
  const set: Partial<Connection> = { ...(name !== undefined && { name }) };
  if (config) {
    const whole = checked(context, plugin, { ...opened(context, before), ...config });
    const parts = splitSecrets(whole, schemaOf(context, plugin));
    const kept = Object.keys(before.secrets).filter((field) => !Object.hasOwn(config, field));
    if (kept.length > 0 && originsOf(parts.open) !== originsOf(before.config))
      throw connectionProblems.connection_secrets_needed({ detail: kept.join(', ') });
    set.config = parts.open;
    set.secrets = sealed(context, before, parts.secrets);
  }
  try {
    const updated = await connections
      .findOneAndUpdate({ tenant, _id }, { $set: set }, { returnDocument: 'after' })
      .lean();
    return updated ?? before;
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw connectionProblems.connection_exists({ detail: name ?? '' });
    throw error;
  }
}

/** Where the addresses among settings lead to: scheme, host and port. */
function originsOf(config: object): string {
  const origins = Object.entries(config).map(([field, value]) => {
    const isAddress = typeof value === 'string' && /^https?:/i.test(value) && URL.canParse(value);
    return isAddress ? `${field} ${new URL(value).origin}` : '';
  });
  return origins.sort().join('\n');
}

export async function getConnection(
  { connections }: ConnectionContext,
  { tenant, id }: { tenant: string; id: string },
): Promise<Connection> {
  const found = await connections.findOne({ tenant, $or: [{ _id: id }, { name: id }] }).lean();
  if (!found) throw connectionProblems.connection_not_found({ detail: id });
  return found;
}

export async function removeConnection(context: ConnectionContext, of: { tenant: string; id: string }): Promise<void> {
  const { tenant, _id } = await getConnection(context, of);
  await context.connections.deleteOne({ tenant, _id });
}

/**
 * Seals with today's key what was sealed with the one before. What neither opens stays as it is: its connection says so when it is used.
 * Answers whether everything is sealed with today's key now.
 */
export async function resealAll({ connections, vault }: ConnectionContext): Promise<boolean> {
  let isWhole = true;
  for await (const found of connections.collection.find({})) {
    const connection = found as unknown as Connection;
    const { _id, tenant, secrets } = connection;
    if (!Object.values(secrets).some((one) => vault.isOld(one))) continue;
    try {
      const anew = Object.entries(secrets).map(([field, one]) => {
        const place = placeOf(connection, field);
        return [field, vault.isOld(one) ? vault.seal(vault.open(one, place), place) : one] as const;
      });
      await connections.updateOne({ tenant, _id }, { $set: { secrets: Object.fromEntries(anew) } });
    } catch (error) {
      if (!(error instanceof SecretUnreadable)) throw error;
      isWhole = false;
    }
  }
  return isWhole;
}

/** All settings with the secrets in clear: for the plugin's own handlers. */
export function opened({ vault }: ConnectionContext, connection: Connection): Record<string, unknown> {
  const { config, secrets } = connection;
  const clear = Object.entries(secrets).map(([field, one]) => [field, vault.open(one, placeOf(connection, field))]);
  return { ...config, ...Object.fromEntries(clear) };
}

export function sealed(
  { vault }: ConnectionContext,
  of: Pick<Connection, 'tenant' | '_id'>,
  secrets: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).map(([field, text]) => [field, vault.seal(text, placeOf(of, field))]),
  );
}

function placeOf({ tenant, _id }: Pick<Connection, 'tenant' | '_id'>, field: string): string {
  return `${tenant}/${_id}/${field}`;
}

function schemaOf({ definition }: ConnectionContext, plugin: string): NonNullable<PluginDefinition['config']> {
  const schema = definition(plugin)?.config;
  if (!schema) throw connectionProblems.plugin_not_found({ detail: plugin });
  return schema;
}

function checked(context: ConnectionContext, plugin: string, config: Record<string, unknown>): Record<string, unknown> {
  const parsed = schemaOf(context, plugin).safeParse(config);
  if (parsed.success) return parsed.data;
  // The value may be a secret: it is not said.
  const errors = parsed.error.issues.map(({ path, code, message }) => ({
    path: ['config', ...path].join('.'),
    code,
    message,
  }));
  throw connectionProblems.connection_invalid({ errors });
}

import type { PluginDefinition } from '@scenarium/sdk';
import type { Connection as Database } from 'mongoose';
import type { ActiveConnection, ConnectionSource } from '../../plugin-host/index.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { connectionModel, type Connection } from './model.ts';
import {
  createConnection,
  getConnection,
  opened,
  removeConnection,
  resealAll,
  sealed,
  updateConnection,
  type ConnectionContext,
  type ConnectionInput,
} from './operations/connections.ts';

export { connectionRoutes } from './routes.ts';
export type { Connection } from './model.ts';

/** Configured plugins of organisations. */
export interface Connections extends ConnectionSource {
  prepare(): Promise<void>;
  list(tenant: string): Promise<Connection[]>;
  get(of: { tenant: string; id: string }): Promise<Connection>;
  create(tenant: string, input: ConnectionInput): Promise<Connection>;
  update(
    of: { tenant: string; id: string },
    changes: Partial<Pick<ConnectionInput, 'name' | 'config'>>,
  ): Promise<Connection>;
  remove(of: { tenant: string; id: string }): Promise<void>;
}

export interface ConnectionsOptions {
  database: Database;
  vault: Vault;
  /** Plugins are put together after connections: asked when needed. */
  definition(plugin: string): PluginDefinition | undefined;
  /** Nothing is sealed with the previous key any more. */
  resealed(): void;
}

export function createConnections({ database, vault, definition, resealed }: ConnectionsOptions): Connections {
  const connections = connectionModel(database);
  const context: ConnectionContext = { connections, vault, definition };
  return {
    async prepare() {
      await connections.createIndexes();
      if (await resealAll(context)) resealed();
    },
    list: (tenant) => connections.find({ tenant }).sort({ name: 1 }).lean(),
    get: (of) => getConnection(context, of),
    create: (tenant, input) => createConnection(context, tenant, input),
    update: (of, changes) => updateConnection(context, of, changes),
    remove: (of) => removeConnection(context, of),
    async find({ tenant, plugin, name }): Promise<ActiveConnection[]> {
      const found = await connections.find({ tenant, plugin, ...(name !== undefined && { name }) }).lean();
      return found.map((connection) => ({
        id: connection._id,
        name: connection.name,
        plugin,
        config: opened(context, connection),
      }));
    },
    async saveSecrets({ tenant, id }, changes) {
      const set = Object.entries(sealed(context, { tenant, _id: id }, changes)).map(([field, text]) => [
        `secrets.${field}`,
        text,
      ]);
      await connections.updateOne({ tenant, _id: id }, { $set: Object.fromEntries(set) });
    },
  };
}

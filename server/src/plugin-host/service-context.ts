import type { HttpClient, Log, PluginDefinition, ServiceContext } from '@scenarium/sdk';
import { ActionError } from '@scenarium/sdk';
import type { ActiveConnection, ConnectionSource } from './connections.ts';
import type { GuardedClient } from './http-client/create-http-client.ts';

/** What the host lends to handlers. */
export interface Lent {
  client: GuardedClient;
  log: Log;
  connections: ConnectionSource;
}

/** A handler's surroundings, and the connection they belong to. */
export interface Serving {
  context: ServiceContext & { config: unknown };
  connection: ActiveConnection | null;
}

export interface ServingOptions {
  plugin: PluginDefinition;
  tenant: string;
  name?: string | undefined;
  signal: AbortSignal;
  /** Is what fails repeated by the host? The client does not, then. */
  repeatable: boolean;
}

/**
 * What a handler of a plugin may use for one call, with the connection's settings checked.
 *
 * @throws ActionError `connection_missing`, `connection_ambiguous`, `connection_invalid`
 */
export async function serve(
  { client, log, connections }: Lent,
  { plugin, tenant, name, signal, repeatable }: ServingOptions,
): Promise<Serving> {
  const connection = plugin.config ? await chosen(connections, { plugin, tenant, name }) : null;
  const parsed = connection && plugin.config?.safeParse(connection.config);
  if (parsed?.error) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new ActionError('connection_invalid', `the connection “${connection?.name}” is not complete: ${fields}`);
  }
  const joined = (own: AbortSignal | null | undefined): AbortSignal => (own ? AbortSignal.any([signal, own]) : signal);
  const http: HttpClient = {
    request: (request) =>
      client.request({ ...request, ...(repeatable && { retry: 'none' }), signal: joined(request.signal) }),
  };
  return {
    connection,
    context: {
      config: parsed?.data,
      http,
      fetch: (input, init) => client.fetch(input, { ...init, signal: joined(init?.signal) }),
      log: withFacts(log, { plugin: plugin.id, tenant, ...(connection && { connection: connection.name }) }),
      signal,
      async saveSecrets(changes) {
        if (connection) await connections.saveSecrets({ tenant, id: connection.id }, changes);
      },
    },
  };
}

async function chosen(
  connections: ConnectionSource,
  { plugin, tenant, name }: { plugin: PluginDefinition; tenant: string; name: string | undefined },
): Promise<ActiveConnection> {
  const found = await connections.find({ tenant, plugin: plugin.id, name });
  const [first] = found;
  if (!first) {
    const which = name === undefined ? `connection to “${plugin.id}”` : `connection “${name}” to “${plugin.id}”`;
    throw new ActionError('connection_missing', `there is no ${which}: add it under Connections`);
  }
  if (found.length > 1)
    throw new ActionError(
      'connection_ambiguous',
      `there are several connections to “${plugin.id}” (${found.map((one) => one.name).join(', ')}): name one`,
    );
  return first;
}

function withFacts(log: Log, facts: object): Log {
  return {
    info: (more, message) => log.info({ ...facts, ...more }, message),
    warn: (more, message) => log.warn({ ...facts, ...more }, message),
    error: (more, message) => log.error({ ...facts, ...more }, message),
  };
}

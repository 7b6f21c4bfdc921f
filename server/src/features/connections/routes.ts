import { z } from 'zod';
import { JsonValue } from '../../platform/http/json-value.ts';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { ActionCall, LoadedPlugins, PluginHost } from '../../plugin-host/index.ts';
import type { Connection, Connections } from './index.ts';
import { connectionProblems } from './problems.ts';

const Words = z.record(z.string(), z.string());
const Name = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/, 'use small letters, digits and “-”, up to 50');
const Params = z.object({ id: z.string().min(1).max(64) });
const Config = z.record(z.string().max(64), JsonValue);
const ConnectionView = z.object({
  id: z.string(),
  name: z.string(),
  plugin: z.string(),
  config: z.record(z.string(), z.unknown()),
  secrets: z.array(z.string()).describe('Names of the secrets that are set; they are never shown'),
  updatedAt: z.iso.datetime(),
});
const HealthView = z.object({
  ok: z.boolean(),
  ms: z.int(),
  code: z.string().optional(),
  message: z.string().optional(),
});
const PluginView = z.object({
  id: z.string(),
  version: z.string(),
  title: Words,
  description: Words,
  config: z.record(z.string(), z.unknown()).nullable().describe('JSON Schema of a connection; null: none is needed'),
  actions: z.array(
    z.object({ name: z.string(), title: Words, description: Words, input: z.unknown(), output: z.unknown() }),
  ),
  models: z.array(z.string()),
  retrievers: z.array(z.object({ id: z.string(), title: Words })),
  state: z
    .object({
      calls: z.int(),
      failures: z.int(),
      lastError: z.object({ code: z.string(), at: z.string() }).nullable(),
      p50: z.int(),
      p99: z.int(),
    })
    .nullable()
    .describe('Since this server started; times in milliseconds'),
  process: z
    .object({
      running: z.boolean(),
      restarts: z.int(),
      lastEnd: z.object({ reason: z.string(), at: z.string() }).nullable(),
    })
    .nullable()
    .describe('Of a plugin that runs in a process of its own'),
});
const RefusedView = z.object({ name: z.string(), code: z.string(), message: z.string() });
const Done = z.object({ ok: z.literal(true) });
const tag = 'plugins';
const read = { permission: 'connections:read' } as const;
const write = { permission: 'connections:write' } as const;

const view = ({ _id, name, plugin, config, secrets, updatedAt }: Connection) => ({
  id: _id,
  name,
  plugin,
  config,
  secrets: Object.keys(secrets).sort(),
  updatedAt: updatedAt.toISOString(),
});

export function connectionRoutes(
  connections: Connections,
  host: PluginHost,
  loaded: Pick<LoadedPlugins, 'processOf' | 'refused'>,
): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/plugins',
      operation: 'listPlugins',
      tag,
      summary: 'Installed plugins: what they offer, the forms of their connections, how they do',
      access: read,
      responses: { 200: z.object({ plugins: z.array(PluginView), refused: z.array(RefusedView) }) },
      async handle() {
        const states = new Map(host.state().map(({ plugin, ...state }) => [plugin, state]));
        return {
          plugins: host.plugins.map(({ id, version, title, description, config, actions, models, retrievers }) => ({
            id,
            version,
            title,
            description,
            config,
            actions: actions.map((name) => {
              const { title: words, description: more, input, output } = host.catalog[name] ?? {};
              return { name, title: words, description: more, input, output };
            }),
            models,
            retrievers,
            state: states.get(id) ?? null,
            process: loaded.processOf(id) ?? null,
          })),
          refused: loaded.refused(),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/connections',
      operation: 'listConnections',
      tag,
      summary: 'Configured plugins',
      access: read,
      responses: { 200: z.object({ connections: z.array(ConnectionView) }) },
      handle: async ({ tenant }) => ({ connections: (await connections.list(tenant)).map(view) }),
    }),
    defineRoute({
      method: 'post',
      path: '/connections',
      operation: 'createConnection',
      tag,
      summary: 'Configure a plugin; secrets are encrypted and never shown again',
      access: write,
      body: z.strictObject({ name: Name, plugin: z.string().max(50), config: Config.default({}) }),
      responses: { 201: ConnectionView },
      problems: ['connection_exists', 'connection_invalid', 'plugin_not_found'],
      handle: async ({ tenant, body }) => new Reply(201, view(await connections.create(tenant, body))),
    }),
    defineRoute({
      method: 'patch',
      path: '/connections/{id}',
      operation: 'updateConnection',
      tag,
      summary: 'Change a connection; secrets that are left out stay',
      access: write,
      params: Params,
      body: z.strictObject({ name: Name.optional(), config: Config.optional() }),
      responses: { 200: ConnectionView },
      problems: ['connection_secrets_needed', 'connection_not_found', 'connection_exists', 'connection_invalid'],
      handle: async ({ tenant, params, body: { name, config } }) =>
        view(
          await connections.update(
            { tenant, id: params.id },
            { ...(name !== undefined && { name }), ...(config && { config }) },
          ),
        ),
    }),
    defineRoute({
      method: 'delete',
      path: '/connections/{id}',
      operation: 'removeConnection',
      tag,
      summary: 'Remove a connection with its secrets',
      access: write,
      params: Params,
      responses: { 200: Done },
      problems: ['connection_not_found'],
      async handle({ tenant, params }) {
        await connections.remove({ tenant, id: params.id });
        return { ok: true } as const;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/connections/{id}/health',
      operation: 'checkConnection',
      tag,
      summary: 'Is the service behind a connection well?',
      access: write,
      params: Params,
      responses: { 200: HealthView },
      problems: ['connection_not_found'],
      async handle({ tenant, params }) {
        const { plugin, name } = await connections.get({ tenant, id: params.id });
        return host.healthcheck({ tenant, plugin, connection: name });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/connections/{id}/models',
      operation: 'listConnectionModels',
      tag,
      summary: 'Models that the service behind a connection offers',
      access: write,
      params: Params,
      responses: {
        200: z.object({
          models: z.array(
            z.object({ id: z.string(), kind: z.enum(['chat', 'embeddings']), contextTokens: z.int().optional() }),
          ),
        }),
      },
      problems: ['connection_not_found', 'connection_failed'],
      async handle({ tenant, params, signal }) {
        const { plugin, name } = await connections.get({ tenant, id: params.id });
        const models = await host.listModels({ tenant, plugin, connection: name, signal }).catch((error: Error) => {
          throw connectionProblems.connection_failed({ detail: error.message });
        });
        return { models };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/actions/try',
      operation: 'tryAction',
      tag,
      summary: 'Test bench: carry an action out once, for real',
      access: write,
      body: z.strictObject({
        action: z.string().regex(/^[a-z][\w-]*\.[a-zA-Z][\w-]*$/),
        input: z.record(z.string(), JsonValue).default({}),
        connection: z.string().min(1).max(64).optional(),
        locale: z.string().max(20).default('en'),
      }),
      responses: {
        200: z.object({
          ok: z.boolean(),
          output: z.unknown().optional(),
          error: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).optional(),
        }),
      },
      async handle({ tenant, body, signal, actor }) {
        const call: ActionCall = {
          action: body.action,
          input: body.input as ActionCall['input'],
          idempotencyKey: crypto.randomUUID(),
          signal,
          conversation: { id: `test-bench:${actor.id}`, tenant, agent: 'test-bench', locale: body.locale },
          ...(body.connection !== undefined && { connection: body.connection }),
        };
        return host.execute(call);
      },
    }),
  ];
}

import { defineModel, type AnyAction, type PluginDefinition, type PluginHandlers } from '@scenarium/sdk';
import { z } from 'zod';

const Words = z.object({ en: z.string().max(500), ru: z.string().max(500) });
const Schema = z.record(z.string(), z.unknown());
const Id = z.string().max(50);
/** What a channel may do. */
export const CHANNEL_HANDLERS = ['receive', 'poll', 'send', 'typing', 'setUp', 'tearDown'] as const;

/** A plugin as its own process describes it: the definition, its schemas written as JSON Schema. */
export const PluginDescription = z.object({
  id: Id,
  version: z.string().max(50),
  sdk: z.string().max(50),
  title: Words,
  description: Words,
  config: Schema.nullable(),
  events: z.array(z.string().max(100)).max(100),
  actions: z.record(
    Id,
    z.object({
      id: Id,
      title: Words,
      description: Words,
      input: Schema,
      output: Schema,
      repeat: z.enum(['safe', 'keyed', 'never']),
      timeoutMs: z.int().positive().optional(),
      example: Schema.optional(),
      tool: z
        .object({
          irreversible: z.boolean(),
          own: z.record(z.string(), z.enum(['contact.id', 'conversation.id'])),
          expands: z.boolean().exactOptional(),
        })
        .optional(),
    }),
  ),
  models: z.partialRecord(z.enum(['chat', 'embeddings']), z.object({ title: Words })),
  retrievers: z.record(Id, z.object({ id: Id, title: Words })),
  channels: z.record(
    Id,
    z.object({
      id: Id,
      title: Words,
      shows: z.object({
        buttons: z.boolean(),
        attachments: z.boolean(),
        typing: z.boolean(),
        locale: z.boolean(),
        maxText: z.int().min(20).exactOptional(),
      }),
      modes: z.array(z.enum(['webhook', 'poll'])).max(2),
    }),
  ),
  /** Handlers beside those of actions, models and retrievers. */
  has: z.object({
    listModels: z.boolean(),
    healthcheck: z.boolean(),
    onEvent: z.boolean(),
    /** Actions whose tools are listed. */
    expandTools: z.array(Id).max(100),
    /** What each channel does. */
    channels: z.record(Id, z.array(z.enum(CHANNEL_HANDLERS))),
  }),
});
export type PluginDescription = z.infer<typeof PluginDescription>;

/**
 * Written in the plugin's process. A `repeat` that depends on the input cannot be asked from outside while it is decided, so it counts
 * as `never`.
 *
 * @throws Error where a schema cannot be written as JSON Schema
 */
export function describe({
  definition,
  listModels,
  healthcheck,
  onEvent,
  expandTools = {},
  channels = {},
}: PluginHandlers): unknown {
  const { config, actions, events = [], ...rest } = definition;
  return {
    ...rest,
    config: config ? z.toJSONSchema(config, { io: 'input' }) : null,
    events,
    actions: Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, describeAction(action)])),
    has: {
      listModels: !!listModels,
      healthcheck: !!healthcheck,
      onEvent: !!onEvent,
      expandTools: Object.keys(expandTools).filter((name) => expandTools[name]),
      channels: Object.fromEntries(
        Object.entries(channels).map(([id, does]) => [id, CHANNEL_HANDLERS.filter((name) => does[name])]),
      ),
    },
  };
}

function describeAction({ input, output, repeat, ...rest }: AnyAction): object {
  return {
    ...rest,
    input: z.toJSONSchema(input, { io: 'input' }),
    output: z.toJSONSchema(output),
    repeat: typeof repeat === 'string' ? repeat : 'never',
  };
}

/** Read in the host. @throws Error where a schema is none */
export function toDefinition({ config, actions, models, has: _, ...rest }: PluginDescription): PluginDefinition {
  return {
    ...rest,
    ...(config && { config: fromSchema(config) as z.ZodObject }),
    actions: Object.fromEntries(
      Object.entries(actions).map(([name, { input, output, ...more }]) => [
        name,
        { ...more, input: fromSchema(input) as z.ZodObject, output: fromSchema(output) } as AnyAction,
      ]),
    ),
    models: {
      ...(models.chat && { chat: defineModel({ kind: 'chat', ...models.chat }) }),
      ...(models.embeddings && { embeddings: defineModel({ kind: 'embeddings', ...models.embeddings }) }),
    },
  };
}

function fromSchema(schema: Record<string, unknown>): z.ZodType {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

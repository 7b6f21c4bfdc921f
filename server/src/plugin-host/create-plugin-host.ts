import type { Json, LocalisedText } from '@scenarium/language';
import {
  ActionError,
  type AnyAction,
  type HttpClient,
  type Log,
  type PluginHandlers,
  type Repeat,
} from '@scenarium/sdk';
import { z } from 'zod';
import type { EffectCall, EffectOutcome } from '../runtime/index.ts';
import { EgressError } from './http-client/egress-error.ts';

/** An action as the studio and lint see it. */
export interface CatalogEntry {
  title: LocalisedText;
  description: LocalisedText;
  input: unknown;
  output: unknown;
}

/** Every action there is, by its full name `plugin.action`; schemas are JSON Schema. */
export type ActionCatalog = Readonly<Record<string, CatalogEntry>>;

export interface PluginHost {
  catalog: ActionCatalog;
  /** Carries an action out. Never rejects: whatever goes wrong is an outcome with a code. */
  execute(call: EffectCall): Promise<EffectOutcome>;
  /** May an action be done again when nobody knows whether it was done? */
  repeatOf(action: string, input: unknown): Repeat;
}

const DEADLINE_MS = 30_000;
const LARGEST_OUTPUT = 262_144;

interface Known {
  definition: AnyAction;
  handler: PluginHandlers['actions'][string];
}

/** @throws Error naming a plugin that cannot be taken in */
export function createPluginHost({
  plugins,
  http,
  log,
}: {
  plugins: readonly PluginHandlers[];
  http: HttpClient;
  log: Log;
}): PluginHost {
  const actions = collect(plugins);

  async function execute(call: EffectCall): Promise<EffectOutcome> {
    const known = actions.get(call.action);
    if (!known) return failed('action_unknown', `there is no action “${call.action}”`);
    const input = known.definition.input.safeParse(call.input);
    if (!input.success)
      return failed(
        'action_input_invalid',
        input.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      );
    const begin = performance.now();
    const outcome = await carryOut(known, input.data, call);
    const detail = {
      action: call.action,
      conversation: call.conversation.id,
      ms: Math.round(performance.now() - begin),
    };
    if (outcome.ok) log.info(detail, 'action done');
    else log.warn({ ...detail, code: outcome.error.code }, 'action failed');
    return outcome;
  }

  async function carryOut({ definition, handler }: Known, input: unknown, call: EffectCall): Promise<EffectOutcome> {
    const { signal, idempotencyKey, conversation, timeoutMs = definition.timeoutMs ?? DEADLINE_MS } = call;
    const deadline = AbortSignal.timeout(timeoutMs);
    const both = AbortSignal.any([signal, deadline]);
    const late = new Promise<never>((_, reject) =>
      both.addEventListener('abort', () => reject(new Late()), { once: true }),
    );
    try {
      const output = await Promise.race([
        handler(input as never, { http, log, signal: both, idempotencyKey, conversation }),
        late,
      ]);
      return checked(definition, output);
    } catch (error) {
      if (error instanceof Late)
        return deadline.aborted
          ? failed('timed_out', `no result within ${timeoutMs} ms`)
          : failed('aborted', 'the result is not wanted any more');
      if (error instanceof ActionError || error instanceof EgressError) return failed(error.code, error.message);
      log.error({ err: error as Error, action: call.action }, 'action threw');
      return failed('action_failed', error instanceof Error ? error.message : 'the action failed');
    }
  }

  return {
    catalog: Object.fromEntries([...actions].map(([name, { definition }]) => [name, entryOf(definition)])),
    execute,
    repeatOf(action, input) {
      const repeat = actions.get(action)?.definition.repeat ?? 'never';
      if (typeof repeat === 'string') return repeat;
      const parsed = actions.get(action)?.definition.input.safeParse(input);
      return parsed?.success ? repeat(parsed.data as never) : 'safe';
    },
  };
}

class Late extends Error {}

function collect(plugins: readonly PluginHandlers[]): Map<string, Known> {
  const actions = new Map<string, Known>();
  for (const { definition: plugin, actions: handlers } of plugins) {
    if (!/^[a-z][a-z0-9-]*$/.test(plugin.id))
      throw new Error(`plugin_invalid: “${plugin.id}” is no id for a plugin: use small letters, digits and “-”`);
    for (const [name, definition] of Object.entries(plugin.actions)) {
      const full = `${plugin.id}.${name}`;
      const handler = handlers[name];
      if (!handler) throw new Error(`plugin_invalid: “${full}” has no handler`);
      if (actions.has(full)) throw new Error(`plugin_duplicate: two plugins have the id “${plugin.id}”`);
      actions.set(full, { definition, handler });
    }
  }
  return actions;
}

function entryOf({ title, description, input, output }: AnyAction): CatalogEntry {
  return { title, description, input: z.toJSONSchema(input, { io: 'input' }), output: z.toJSONSchema(output) };
}

function checked(definition: AnyAction, output: unknown): EffectOutcome {
  const parsed = definition.output.safeParse(output);
  if (!parsed.success)
    return failed(
      'action_output_invalid',
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  const size = JSON.stringify(parsed.data)?.length ?? 0;
  if (size > LARGEST_OUTPUT)
    return failed('output_too_large', `the result has ${size} characters, ${LARGEST_OUTPUT} are allowed`);
  return { ok: true, output: (parsed.data ?? null) as Json };
}

function failed(code: string, message: string): EffectOutcome {
  return { ok: false, error: { code, message: message.slice(0, 1_000) } };
}

import {
  defineAction,
  defineHandlers,
  definePlugin,
  type ActionContext,
  type PluginHandlers,
  type Repeat,
} from '@scenarium/sdk';
import { z } from 'zod';
import type { ActionCall } from './call.ts';
import type { ConnectionSource } from './connections.ts';

const WORDS = { en: 'Words', ru: 'Слова' };

/** A plugin `test` with one action, `test.run`, that does what the test wants. */
export function pluginDoing(
  run: (input: { n: number; text?: string | undefined }, context: ActionContext) => Promise<unknown>,
  options: { output?: z.ZodType; timeoutMs?: number; repeat?: Repeat | ((input: { n: number }) => Repeat) } = {},
): PluginHandlers {
  const { output = z.any(), repeat = 'never', ...rest } = options;
  const input = z.object({ n: z.int().default(1), text: z.string().optional() });
  const action = defineAction({ id: 'run', title: WORDS, description: WORDS, input, output, repeat, ...rest });
  const plugin = definePlugin({
    id: 'test',
    version: '1.0.0',
    sdk: '^0.1.0',
    title: WORDS,
    description: WORDS,
    actions: { run: action },
  });
  return defineHandlers(plugin, { actions: { run } });
}

export function callOf(changes: Partial<ActionCall> = {}): ActionCall {
  return {
    action: 'test.run',
    input: {},
    idempotencyKey: 'effect-1',
    signal: new AbortController().signal,
    conversation: { id: 'c1', tenant: 't1', agent: 'a1', locale: 'ru' },
    ...changes,
  };
}

/** An organisation that has connected nothing. */
export const NO_CONNECTIONS: ConnectionSource = { find: async () => [], saveSecrets: async () => undefined };

/** A log that remembers its lines. */
export function rememberedLog() {
  const lines: { level: string; facts: object; message: string | undefined }[] = [];
  const at = (level: string) => (facts: object, message?: string) => void lines.push({ level, facts, message });
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } };
}

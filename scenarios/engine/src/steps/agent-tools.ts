import type { Json, JsonObject, StepOf } from '@scenarium/language';
import type { Token } from '../contract/run.ts';
import type { Work } from '../work/work.ts';
import type { ToolCall } from './agent.ts';
import { given, recordOf } from './model-parts.ts';

type Tool = StepOf<'agent'>['tools'][number];

/** What has to be known of a tool before a model is asked: also which fields it may not decide. */
export function toolUse(work: Work, token: Token, { action, connection, bind }: Tool): JsonObject {
  const within = Object.keys(recordOf(bind['arguments'] as Json | undefined)).map((name) => `arguments.${name}`);
  const only = bind['tool'] === undefined ? undefined : work.render(token, bind['tool']);
  return { action, bound: [...Object.keys(bind), ...within], ...given({ connection, only }) };
}

/** The input of the action that carries a call out. What the scenario says stands, whatever the model says. */
export function toolInput(work: Work, token: Token, { bind }: Tool, { of, input }: ToolCall): JsonObject {
  const bound = recordOf(work.render(token, bind));
  if (of === undefined) return { ...input, ...bound };
  return { tool: of, ...bound, arguments: { ...input, ...recordOf(bound['arguments']) } };
}

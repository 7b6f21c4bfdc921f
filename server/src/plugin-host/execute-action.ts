import { ActionError, type ActionContext, type PluginDefinition, type Repeat } from '@scenarium/sdk';
import type { Attempts } from './attempts.ts';
import { failure, type ActionCall, type ActionFailure, type ActionOutcome } from './call.ts';
import { checkOutput, problems } from './check-output.ts';
import type { InstalledAction } from './collect-actions.ts';
import { EgressError } from './http-client/egress-error.ts';
import { ownFields } from './own-fields.ts';
import { serve, type Lent } from './service-context.ts';
import { unlessAborted } from './unless-aborted.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface Execution {
  plugin: PluginDefinition;
  action: InstalledAction;
  repeat: Repeat;
}

/** Checks the input, carries the action out before its deadline, repeating what may be repeated, checks the output. Never rejects. */
export async function executeAction(
  { plugin, action: { definition, handler, entry }, repeat }: Execution,
  call: ActionCall,
  { attempts, ...lent }: Lent & { attempts: Attempts },
): Promise<ActionOutcome> {
  try {
    const input = definition.input.safeParse(call.byModel ? ownFields(definition, call) : call.input);
    if (!input.success) return failure('action_input_invalid', problems(input.error));
    const timeoutMs = Math.min(call.timeoutMs ?? entry.timeoutMs, LONGEST_MS);
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([call.signal, deadline]);
    try {
      const { tenant } = call.conversation;
      const repeatable = repeat !== 'never';
      const serving = await serve(lent, { plugin, tenant, name: call.connection, signal, repeatable });
      const { idempotencyKey, conversation, progress = ignore } = call;
      const context = { ...serving.context, idempotencyKey, conversation, progress } as ActionContext<never>;
      const key = `${tenant}/${plugin.id}/${serving.connection?.name ?? ''}`;
      const output = await attempts.run({ key, signal, deadline: Date.now() + timeoutMs, repeatable }, () =>
        unlessAborted(signal, () => handler(input.data as never, context)),
      );
      return checkOutput(definition.output, output);
    } catch (error) {
      if (call.signal.aborted) return failure('aborted', 'nobody waits for the result any more');
      if (deadline.aborted) return failure('timed_out', `no result within ${timeoutMs} ms`, { retryable: true });
      throw error;
    }
  } catch (error) {
    return toFailure(error, call.action, lent);
  }
}

/** Longer than any step may wait for one side effect. Milliseconds. */
const LONGEST_MS = 600_000;

function ignore(): void {
  // Nobody watches.
}

function toFailure(error: unknown, action: string, { log }: Pick<Lent, 'log'>): ActionFailure {
  if (error instanceof ActionError || error instanceof EgressError) return failure(error.code, error.message, error);
  const { message, stack = message } = error instanceof Error ? error : new Error('the action threw what is no error');
  log.error({ action, stack: withoutSecrets(stack) }, 'action threw');
  return failure('action_failed', withoutSecrets(message));
}

import { ActionError, type ActionContext, type HttpClient, type Log } from '@scenarium/sdk';
import { failure, type ActionCall, type ActionFailure, type ActionOutcome } from './call.ts';
import { checkOutput, problems } from './check-output.ts';
import type { InstalledAction } from './collect-actions.ts';
import { EgressError } from './http-client/egress-error.ts';
import { unlessAborted } from './unless-aborted.ts';
import { withoutSecrets } from './without-secrets.ts';

/** What the host lends to handlers. */
export interface Lent {
  http: HttpClient;
  log: Log;
}

/** Checks the input, carries the action out before its deadline, checks the output. Never rejects. */
export async function executeAction(
  { definition, handler, entry }: InstalledAction,
  call: ActionCall,
  lent: Lent,
): Promise<ActionOutcome> {
  try {
    const input = definition.input.safeParse(call.input);
    if (!input.success) return failure('action_input_invalid', problems(input.error));
    const timeoutMs = Math.min(call.timeoutMs ?? entry.timeoutMs, LONGEST_MS);
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([call.signal, deadline]);
    try {
      const context = contextOf(call, signal, lent) as ActionContext<never>;
      const output = await unlessAborted(signal, () => handler(input.data as never, context));
      return checkOutput(definition.output, output);
    } catch (error) {
      if (call.signal.aborted) return failure('aborted', 'nobody waits for the result any more');
      if (deadline.aborted) return failure('timed_out', `no result within ${timeoutMs} ms`, { retryable: true });
      throw error;
    }
  } catch (error) {
    return toFailure(error, call.action, lent.log);
  }
}

/** Longer than any step may wait for one side effect. Milliseconds. */
const LONGEST_MS = 600_000;

function contextOf(
  { idempotencyKey, conversation, progress = () => undefined }: ActionCall,
  signal: AbortSignal,
  { http, log }: Lent,
): ActionContext {
  const bound: HttpClient = {
    request: (request) =>
      http.request({ ...request, signal: request.signal ? AbortSignal.any([signal, request.signal]) : signal }),
  };
  const refused = (): never => {
    throw new EgressError('egress_refused', 'this plugin has no way outside but “http”');
  };
  return {
    http: bound,
    fetch: async () => refused(),
    log,
    signal,
    idempotencyKey,
    conversation,
    config: undefined,
    progress,
    saveSecrets: async () => undefined,
  };
}

function toFailure(error: unknown, action: string, log: Log): ActionFailure {
  if (error instanceof ActionError || error instanceof EgressError) return failure(error.code, error.message, error);
  const { message, stack = message } = error instanceof Error ? error : new Error('the action threw what is no error');
  log.error({ action, stack: withoutSecrets(stack) }, 'action threw');
  return failure('action_failed', withoutSecrets(message));
}

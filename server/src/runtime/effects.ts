import type { CallEffectCommand } from '@scenarium/engine';
import type { Clock } from './clock.ts';
import type { ConversationDocument } from './documents.ts';
import type { EffectOutcome, Ports } from './ports.ts';
import type { EffectResult } from './turn/take-turn.ts';

/**
 * The side effects of one conversation that this process is carrying out. The commit that made an effect pending is its
 * intent: an effect found pending without a holder may have happened or not, and its action says what then.
 */
export interface Effects {
  /** `again`: found pending, somebody may have carried it out before. An effect already running is left alone. */
  start(conversation: ConversationDocument, effect: CallEffectCommand, attempt: 'first' | 'again'): void;
  cancel(effect: string): void;
  cancelAll(): void;
  running(): number;
  takeResults(): EffectResult[];
}

export function createEffects(ports: Ports, clock: Clock, onResult: () => void): Effects {
  const calls = new Map<string, AbortController>();
  let results: EffectResult[] = [];

  return {
    start(conversation, effect, attempt) {
      if (calls.has(effect.id)) return;
      const controller = new AbortController();
      calls.set(effect.id, controller);
      const call =
        attempt === 'again' && ports.repeatOf(effect.action, effect.input) === 'never' ? unknown() : execute();
      void call.then((outcome) => {
        if (calls.get(effect.id) !== controller) return;
        calls.delete(effect.id);
        results.push({ effect: effect.id, at: clock.now(), outcome });
        onResult();
      });

      function execute(): Promise<EffectOutcome> {
        const { action, input, connection, byModel, shown, timeoutMs, id: idempotencyKey } = effect;
        const { _id: id, tenant, agent, locale, contact } = conversation;
        const { signal } = controller;
        return ports.execute({
          action,
          input,
          idempotencyKey,
          ...(timeoutMs !== undefined && { timeoutMs }),
          ...(connection !== undefined && { connection }),
          ...(byModel && { byModel }),
          ...(shown && { progress: (text: string) => signal.aborted || ports.writing(id, text) }),
          signal,
          conversation: { id, tenant, agent, locale, contact },
        });
      }
    },
    cancel(effect) {
      calls.get(effect)?.abort();
      calls.delete(effect);
    },
    cancelAll() {
      for (const controller of calls.values()) controller.abort();
      calls.clear();
      results = [];
    },
    running: () => calls.size,
    takeResults() {
      const taken = results;
      results = [];
      return taken;
    },
  };
}

async function unknown(): Promise<EffectOutcome> {
  const message =
    'The server stopped while this was being done and it must not be done twice; check the outcome yourself';
  return { ok: false, error: { code: 'outcome_unknown', message } };
}

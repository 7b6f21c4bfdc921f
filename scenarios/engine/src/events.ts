import type { CompiledScenario } from '@scenarium/language';
import type { EngineEvent, StartedEvent } from './contract/event.ts';
import type { Run, Token } from './contract/run.ts';
import type { News } from './steps/handler.ts';
import { handlerOf } from './steps/index.ts';
import { finish } from './work/finish.ts';
import { move } from './work/move.ts';
import { initialVariables } from './work/initial-variables.ts';
import { conclude } from './work/proceed.ts';
import { remove } from './work/tokens.ts';
import type { Work } from './work/work.ts';

type Handlers = { [K in EngineEvent['kind']]: (work: Work, event: Extract<EngineEvent, { kind: K }>) => void };

/** What every kind of event does to a run that waits; a kind that is missing here does not compile. */
export const eventHandlers: Handlers = {
  started(work, { trigger, from }) {
    const [token] = work.run.tokens;
    if (!token) return;
    const name = trigger.type === 'command' ? trigger.command : trigger.type === 'event' ? trigger.event : undefined;
    const entry = from ?? work.compiled(token).entry(trigger.type, name);
    if (entry === undefined) {
      const error = {
        code: 'no_trigger',
        message: `no trigger for ${trigger.type}${name === undefined ? '' : ` “${name}”`}`,
      };
      return finish(work, { step: 'start' }, { status: 'failed', error });
    }
    token.step = entry;
    work.queue.push(token);
  },
  'message-received'(work, { message, interrupts }) {
    work.run.message = message;
    work.run.counters.turns += 1;
    const { turns } = work.compiled(work.run.tokens[0] as Token).scenario.limits;
    if (turns !== undefined && work.run.counters.turns > turns)
      return exhausted(work, 'turn_limit', `more than ${turns} turns`);
    if (interrupts !== undefined) return interrupt(work, interrupts);
    const token = listener(work);
    if (token) resume(work, token, { kind: 'message', message });
    else ignore(work, 'nobody asked');
  },
  'effect-succeeded'(work, { effect, output }) {
    const token = waitingForEffect(work, effect);
    if (token) resume(work, token, { kind: 'output', output });
    else ignore(work, 'unknown effect');
  },
  'effect-failed'(work, { effect, error }) {
    const token = waitingForEffect(work, effect);
    if (!token) return ignore(work, 'unknown effect');
    const step = work.compiled(token).step(token.step);
    conclude(work, token, () => {
      const outcome = (step && handlerOf(step).failed?.(work, token, step, error)) ?? { fail: error };
      if ('fail' in outcome) delete token.wait;
      return outcome;
    });
  },
  'timer-fired'(work, { timer }) {
    const token = work.run.tokens.find(({ wait }) => wait && 'timer' in wait && wait.timer === timer);
    if (token) resume(work, token, { kind: 'timer' });
    else ignore(work, 'unknown timer');
  },
  'event-received'(work, { name, key, data }) {
    const waits = ({ wait }: Token): boolean =>
      wait?.for === 'event' && wait.name === name && (wait.key === undefined || wait.key === key);
    const tokens = work.run.tokens.filter(waits);
    for (const token of tokens) resume(work, token, { kind: 'event', data });
    if (tokens.length === 0) ignore(work, 'nobody waits for it');
  },
  'handed-back'(work) {
    const token = work.run.tokens.find(({ wait }) => wait?.for === 'human');
    if (token) resume(work, token, { kind: 'handed-back' });
    else ignore(work, 'not handed over');
  },
  'locale-changed'(work, { locale }) {
    work.run.locale = work.compiled(work.run.tokens[0] as Token).locale(locale);
  },
  moved: move,
  cancelled(work, { reason }) {
    finish(work, { step: 'cancelled' }, { status: 'cancelled', outcome: reason });
  },
};

/** The run as it is born, standing before its first step. */
export function bornRun(compiled: CompiledScenario, event: StartedEvent): Run {
  const { run, facts, locale, contactVariables, agentVariables, values } = event;
  const { scenario } = compiled;
  const variables = initialVariables(scenario, { values, contactVariables, agentVariables });
  return {
    state: 1,
    id: run.id,
    scenario: scenario.id,
    status: 'waiting',
    seed: run.seed,
    startedAt: event.at,
    locale: compiled.locale(locale),
    facts,
    tokens: [{ id: 't', step: 'start', frame: 'main' }],
    frames: { main: { id: 'main', scenario: scenario.id, variables } },
    forks: {},
    counters: { turns: 0, steps: 0, commands: 0 },
    contactVariables,
    agentVariables,
  };
}

/** The run has used up a limit. */
export function exhausted(work: Work, code: string, message: string): void {
  const [token] = work.run.tokens;
  if (token) work.note(token, 'failed', { detail: { code, message } });
  finish(work, token ?? { step: 'limit' }, { status: 'failed', error: { code, message } });
}

/** Who takes a message: the token that has been asking longest, else one that may be interrupted by a reply. */
function listener(work: Pick<Work, 'run' | 'compiled'>): Token | undefined {
  const { tokens } = work.run;
  return (
    tokens.find(({ wait }) => wait?.for === 'answer') ??
    tokens.find(
      (token) =>
        (token.wait?.for === 'time' || token.wait?.for === 'event') &&
        work.compiled(token).flows(token.step, 'reply').length > 0,
    )
  );
}

function waitingForEffect(work: Work, effect: string): Token | undefined {
  return work.run.tokens.find(({ wait }) => wait?.for === 'effect' && wait.effect.id === effect);
}

function resume(work: Work, token: Token, news: News): void {
  const step = work.compiled(token).step(token.step);
  const handler = step && handlerOf(step);
  if (!step || !handler?.resume) return remove(work, token);
  conclude(work, token, () => handler.resume?.(work, token, step, news) ?? { exit: 'next' });
}

/** Gives a running effect up and carries its step out again with the new message. */
function interrupt(work: Work, effect: string): void {
  const token = waitingForEffect(work, effect);
  if (!token) return ignore(work, 'unknown effect');
  work.command(token, { kind: 'cancel-effect', effect });
  delete token.wait;
  work.queue.push(token);
}

function ignore(work: Work, why: string): void {
  const token = work.run.tokens[0] ?? { id: '-', step: '-', frame: 'main' };
  work.note(token, 'ignored', { detail: why });
}

import {
  answersOf,
  beginWorld,
  play,
  replayMoments,
  stopAt,
  type Act,
  type Beginning,
  type Breakpoints,
  type Moment,
  type Replayed,
  type Rules,
} from '@scenarium/engine';
import type { Case, CompiledScenario, Scenario } from '@scenarium/language';
import { compiledWith } from './compiled-with.ts';

/** A dialogue with a draft as it stands: its moments, and which of them is looked at. */
export interface Play {
  /** Null while the draft cannot be executed. */
  compiled: CompiledScenario | null;
  beginning: Beginning;
  moments: readonly Moment[];
  index: number;
  /** Answers of actions that the dialogue brings with it. */
  actions: Case['actions'];
  /** What became of the dialogue when the draft changed, where it did not simply go the same way. */
  replayed: Pick<Replayed, 'diverged' | 'left'> | null;
}

export interface PlayStore {
  get(): Play;
  subscribe(listener: () => void): () => void;
  /** Takes a draft; the dialogue so far is played again on it, as far as it goes. */
  load(scenario: Scenario | null, callees: readonly Scenario[]): void;
  /** Begins anew. */
  begin(change?: Partial<Beginning>): void;
  /** Does something in the moment that is looked at; later moments are forgotten. */
  act(act: Act): void;
  /** Goes on by one step. */
  step(): void;
  goTo(index: number): void;
  /** Looks at a dialogue that was played elsewhere. */
  open(moments: readonly Moment[], of: Pick<Play, 'beginning' | 'index' | 'actions'>): void;
}

interface Surroundings {
  locale: string;
  breakpoints(): Breakpoints;
  answer: Rules['answer'];
}

/** A draft played in the browser by the engine itself. */
export function createPlayStore({ locale, breakpoints, answer }: Surroundings): PlayStore {
  const beginning = { at: Date.now(), locale };
  let now: Play = { compiled: null, beginning, moments: [], index: 0, actions: {}, replayed: null };
  let loaded: readonly unknown[] = [];
  const listeners = new Set<() => void>();

  const rules: Rules = {
    answer: (call, world) => (now.actions[call.action] ? answersOf(now.actions) : answer)(call, world),
    holds: (standing) => stopAt(breakpoints(), standing),
  };

  function show(change: Partial<Play>): void {
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  }

  function actBy(act: Act, by: Rules): void {
    const { compiled, moments, index } = now;
    const moment = moments[index];
    if (!compiled || !moment) return;
    const world = play(compiled, moment.world, { act, rules: by });
    show({ moments: [...moments.slice(0, index + 1), { act, world }], index: index + 1, replayed: null });
  }

  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load(scenario, callees) {
      if (loaded[0] === scenario && loaded[1] === callees) return;
      loaded = [scenario, callees];
      const compiled = scenario && compiledWith(scenario, callees);
      if (!compiled) return show({ compiled: null });
      const beginning = fitting(now.beginning, compiled);
      if (now.moments.length === 0)
        return show({ compiled, beginning, moments: [{ world: beginWorld(compiled, beginning, rules) }], index: 0 });
      const before = now.moments.slice(0, now.index + 1);
      const { moments, diverged, left } = replayMoments(compiled, { beginning, before, answer: rules.answer });
      const isSame = diverged === undefined && left.length === 0;
      const replayed = isSame ? null : { left, ...(diverged !== undefined && { diverged }) };
      show({ compiled, beginning, moments, index: moments.length - 1, replayed });
    },
    begin(change = {}) {
      const { compiled } = now;
      const { from: _, ...kept } = now.beginning;
      const beginning = { ...kept, at: Date.now(), ...change };
      if (!compiled) return show({ beginning });
      now = { ...now, actions: {} };
      show({ beginning, moments: [{ world: beginWorld(compiled, beginning, rules) }], index: 0, replayed: null });
    },
    act: (act) => actBy(act, rules),
    step: () => actBy({ kind: 'go-on' }, { ...rules, holds: () => true }),
    goTo: (index) => show({ index, replayed: null }),
    open: (moments, of) => show({ moments, ...of, replayed: null }),
  };
}

/** A beginning that this draft can have: its languages, its steps, its triggers. */
function fitting(beginning: Beginning, { scenario, step, entry }: CompiledScenario): Beginning {
  const { from, trigger, ...rest } = beginning;
  const locale = scenario.locales.includes(rest.locale) ? rest.locale : (scenario.locales[0] ?? rest.locale);
  const name = trigger && ('command' in trigger ? trigger.command : 'event' in trigger ? trigger.event : undefined);
  return {
    ...rest,
    locale,
    ...(from !== undefined && step(from) && { from }),
    ...(trigger && entry(trigger.type, name) !== undefined && { trigger }),
  };
}

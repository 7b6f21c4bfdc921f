import { createSimulation, type Line } from '@scenarium/engine';
import { compileScenario, parseDuration, Scenario, type Json } from '@scenarium/language';

/** A dialogue of a template: what is said and pressed, and how actions answer. See `server/src/cli/run-case.ts`. */
interface Case {
  locale: string;
  at?: string;
  command?: string;
  actions?: Record<string, ({ output: Json } | { error: { code: string; message: string } })[]>;
  turns: {
    say?: string;
    press?: string;
    advance?: string;
    emit?: { event: string; key?: string; data?: Json };
    handBack?: true;
  }[];
}

/** Plays a dialogue with the same engine as on the server, and answers what was said. */
export function playCase(document: unknown, given: unknown): readonly Line[] {
  const scenario = Scenario.parse(document);
  const compilation = compileScenario(scenario);
  if (!compilation.ok) return [];
  const { locale, at = '2026-01-01T00:00:00Z', command, actions = {}, turns } = given as Case;
  const answers = new Map(Object.entries(actions).map(([name, list]) => [name, [...list]]));
  const simulation = createSimulation(compilation.compiled, {
    at: Date.parse(at),
    locale,
    ...(command !== undefined && { trigger: { type: 'command' as const, command } }),
    actions({ action }) {
      const list = answers.get(action) ?? [];
      return (list.length > 1 ? list.shift() : list[0]) ?? { error: { code: 'not_mocked', message: action } };
    },
  });
  for (const { say, press, advance, emit, handBack } of turns) {
    if (say !== undefined) simulation.say(say);
    if (press !== undefined) simulation.say(press, press);
    if (advance !== undefined) simulation.advanceTime(parseDuration(advance) ?? 0);
    if (emit) simulation.emit(emit.event, emit.data ?? null, emit.key);
    if (handBack) simulation.handBack();
  }
  return simulation.lines;
}

import { createSimulation, type Simulation, type TraceEntry } from '@scenarium/engine';
import { parseDuration, type CompiledScenario, type Json } from '@scenarium/language';
import { z } from 'zod';

const Expectation = z.union([
  z.strictObject({ contains: z.string() }),
  z.strictObject({ equals: z.string() }),
  z.strictObject({ matches: z.string().refine(isPattern, 'is not a regular expression') }),
]);
const Turn = z.strictObject({
  say: z.string().optional(),
  press: z.string().optional(),
  /** Moves the clock. */
  advance: z.string().optional(),
  emit: z.strictObject({ event: z.string(), key: z.string().optional(), data: z.json().optional() }).optional(),
  handBack: z.literal(true).optional(),
  /** What is said in answer, message by message; left out: nothing is checked. */
  expect: z.array(Expectation).optional(),
});
const Answer = z.union([
  z.strictObject({ output: z.json() }),
  z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) }),
]);

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** A dialogue with what is expected of it. `actions`: answers of actions, in order; the last one stays. */
export const Case = z.strictObject({
  name: z.string(),
  locale: z.string(),
  at: z.iso.datetime().default('2026-01-01T00:00:00Z'),
  command: z.string().optional(),
  values: z.record(z.string(), z.json()).default({}),
  actions: z.record(z.string(), z.array(Answer).min(1)).default({}),
  turns: z.array(Turn).min(1),
  outcome: z.string().optional(),
  variables: z.record(z.string(), z.json()).default({}),
});
export type Case = z.infer<typeof Case>;

export interface CaseResult {
  name: string;
  failures: string[];
  trace: readonly TraceEntry[];
}

/** Runs a case on the engine, with a virtual clock and the case's own answers for actions. */
export function runCase(compiled: CompiledScenario, given: Case): CaseResult {
  const answers = new Map(Object.entries(given.actions).map(([name, list]) => [name, [...list]]));
  const failures: string[] = [];
  const simulation = createSimulation(compiled, {
    at: Date.parse(given.at),
    locale: given.locale,
    values: given.values,
    ...(given.command !== undefined && { trigger: { type: 'command', command: given.command } }),
    actions({ action }) {
      const list = answers.get(action);
      const answer = list && list.length > 1 ? list.shift() : list?.[0];
      return answer ?? { error: { code: 'not_mocked', message: `the case has no answer for ${action}` } };
    },
  });
  let said = 0;
  given.turns.forEach((turn, i) => {
    act(simulation, turn);
    const replies = repliesOf(simulation);
    if (turn.expect) failures.push(...compare(turn.expect, replies.slice(said), `turn ${i + 1}`));
    said = replies.length;
  });
  const { run } = simulation;
  if (given.outcome !== undefined && run.outcome !== given.outcome) {
    failures.push(
      `outcome: expected ${given.outcome}, got ${run.outcome ?? `none (${run.status}${run.error ? `: ${run.error.message}` : ''})`}`,
    );
  }
  for (const [name, expected] of Object.entries(given.variables)) {
    const value: Json | undefined = run.frames['main']?.variables[name];
    if (JSON.stringify(value) !== JSON.stringify(expected))
      failures.push(`${name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(value)}`);
  }
  return { name: given.name, failures, trace: simulation.trace };
}

function act(simulation: Simulation, { say, press, advance, emit, handBack }: z.infer<typeof Turn>): void {
  if (say !== undefined) simulation.say(say);
  if (press !== undefined) simulation.say('', press);
  if (advance !== undefined) simulation.advanceTime(parseDuration(advance) ?? 0);
  if (emit) simulation.emit(emit.event, emit.data ?? null, emit.key);
  if (handBack) simulation.handBack();
}

function repliesOf({ lines }: Simulation): string[] {
  return lines.flatMap((line) => (line.from === 'agent' ? [line.message.text] : []));
}

function compare(expected: z.infer<typeof Expectation>[], replies: string[], where: string): string[] {
  if (expected.length !== replies.length)
    return [`${where}: expected ${expected.length} messages, got ${replies.length}: ${JSON.stringify(replies)}`];
  return expected.flatMap((one, i) => {
    const reply = replies[i] ?? '';
    const fits =
      'contains' in one
        ? reply.includes(one.contains)
        : 'equals' in one
          ? reply === one.equals
          : new RegExp(one.matches, 'u').test(reply);
    return fits ? [] : [`${where}: expected ${JSON.stringify(one)}, got ${JSON.stringify(reply)}`];
  });
}

import { Case, type ActionAnswer, type Turn } from '@scenarium/language';
import type { Act } from '../world/play.ts';
import type { Moment } from '../world/moments.ts';
import type { Beginning, SimulatedAnswer, World } from '../world/world.ts';
import { repliesOf } from './run-case.ts';

/** A play as a case that passes: what was said is expected word for word, actions answer as they answered. */
export function toCase(moments: readonly Moment[], { name, beginning }: { name: string; beginning: Beginning }): Case {
  const { at, locale, trigger, from, values, contact, contactVariables } = beginning;
  const world = moments.at(-1)?.world;
  return Case.parse({
    name,
    locale,
    at: new Date(at).toISOString(),
    ...(trigger?.type === 'command' && { command: trigger.command }),
    ...(trigger?.type === 'event' && { event: trigger.event }),
    ...(from !== undefined && { from }),
    ...((contact?.name !== undefined || contactVariables) && {
      contact: {
        ...(contact?.name !== undefined && { name: contact.name }),
        ...(contactVariables && { variables: contactVariables }),
      },
    }),
    values: values ?? {},
    actions: world ? actionsOf(world) : {},
    turns: turnsOf(moments),
    ...(world?.run.outcome !== undefined && { outcome: world.run.outcome }),
  });
}

/**
 * An act and what was said after it are a turn. Answers of actions and going on are no acts of their own; a variable that is set
 * belongs to the turn that comes, or to the one that is held.
 */
function turnsOf(moments: readonly Moment[]): Turn[] {
  const turns: Turn[] = [{ expect: [] }];
  let said = 0;
  let set: Turn['set'];
  moments.forEach(({ act, world }, i) => {
    const current = turns.at(-1) as Turn;
    if (act?.kind === 'set' && moments[i - 1]?.world.held) current.set = { ...current.set, ...act.values };
    else if (act?.kind === 'set') set = { ...set, ...act.values };
    else if (act && act.kind !== 'answer' && act.kind !== 'go-on') {
      turns.push({ ...(set && { set }), ...written(act), expect: [] });
      set = undefined;
    }
    const fresh = repliesOf(world.lines).slice(said);
    said += fresh.length;
    turns.at(-1)?.expect?.push(...fresh.map((text) => ({ equals: text })));
  });
  if (set) turns.push({ set });
  return turns.length > 1 && turns[0]?.expect?.length === 0 ? turns.slice(1) : turns;
}

function written(act: Exclude<Act, { kind: 'set' | 'answer' | 'go-on' }>): Turn {
  switch (act.kind) {
    case 'say':
      return act.option === undefined ? { say: act.text } : { press: act.option };
    case 'advance':
      return { advance: durationOf(act.milliseconds) };
    case 'emit': {
      const { name, key, data } = act;
      const more = { ...(key !== undefined && { key }), ...(data !== undefined && data !== null && { data }) };
      return { emit: { event: name, ...more } };
    }
    case 'hand-back':
      return { handBack: true };
  }
}

function actionsOf({ answered, commands }: World): Case['actions'] {
  const order = new Map(commands.map(({ id }, i) => [id, i]));
  const sorted = [...answered].sort((a, b) => (order.get(a.call) ?? 0) - (order.get(b.call) ?? 0));
  const byAction = Map.groupBy(sorted, ({ action }) => action);
  return Object.fromEntries(
    [...byAction].map(([action, list]) => [action, withoutEchoes(list.map(({ answer }) => answerOf(answer)))]),
  );
}

/** The last answer stays, so that its repetitions need not be written. */
function withoutEchoes(list: ActionAnswer[]): ActionAnswer[] {
  const last = JSON.stringify(list.at(-1));
  const kept = list.findLastIndex((one) => JSON.stringify(one) !== last) + 2;
  return list.slice(0, kept);
}

function answerOf({ afterMs, ...answer }: SimulatedAnswer): ActionAnswer {
  return afterMs ? { ...answer, after: durationOf(afterMs) } : answer;
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** The shortest way to write a duration. */
function durationOf(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, one]) => milliseconds % one === 0) ?? ['ms', 1];
  return `${milliseconds / size}${unit}`;
}

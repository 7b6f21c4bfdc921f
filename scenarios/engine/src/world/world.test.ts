import { compileScenario, loadScenario, type CompiledScenario, type ScenarioInput } from '@scenarium/language';
import { describe, expect, it } from 'vitest';
import {
  beginWorld,
  nextWorkingMorning,
  play,
  replayMoments,
  stopAt,
  type Act,
  type Breakpoint,
  type Breakpoints,
  type Moment,
  type Rules,
  type World,
} from '../index.ts';

const AT = Date.parse('2026-11-20T09:00:00Z');
const beginning = { at: AT, locale: 'en' };
const found: Rules = { answer: () => ({ output: { status: 'sent' }, afterMs: 2_000 }) };

/** Asks for an order, looks it up, tells; reminds a day later. */
function orders(change: Partial<ScenarioInput> = {}): CompiledScenario {
  const loaded = loadScenario({
    format: 1,
    id: 'orders',
    name: 'Orders',
    locales: ['en'],
    variables: { order: { type: 'text' }, found: { type: 'any' } },
    triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
    steps: [
      { id: 'ask', type: 'ask', prompt: 'which', saveTo: 'order' },
      { id: 'look', type: 'action', action: 'shop.find', input: { id: '{{ order }}' }, saveTo: 'found' },
      { id: 'tell', type: 'message', text: 'told' },
      { id: 'later', type: 'wait', for: '1d' },
      { id: 'remind', type: 'message', text: 'reminder' },
    ],
    flows: [
      { id: 'f1', from: 'ask', to: 'look' },
      { id: 'f2', from: 'look', to: 'tell' },
      { id: 'f3', from: 'tell', to: 'later' },
      { id: 'f4', from: 'later', to: 'remind' },
    ],
    messages: { en: { which: 'Which order?', told: 'Order {{ order }} is sent', reminder: 'Did {{ order }} come?' } },
    ...change,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const compilation = compileScenario(loaded.scenario);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  return compilation.compiled;
}

const compiled = orders();
const say = (text: string): Act => ({ kind: 'say', text });
const on: Act = { kind: 'go-on' };
const said = ({ lines }: World): string[] =>
  lines.flatMap((line) => (line.from === 'agent' ? [line.message.text] : []));

const stopping = ({
  steps = {},
  flows = {},
}: Partial<Record<keyof Breakpoints, Record<string, Breakpoint>>>): Rules => {
  const breakpoints = { steps: new Map(Object.entries(steps)), flows: new Map(Object.entries(flows)) };
  return { ...found, holds: (standing) => stopAt(breakpoints, standing) };
};

describe('a world', () => {
  it('given an answer that takes time, then the clock has moved by it, and earlier worlds are as they were', () => {
    const begun = beginWorld(compiled, beginning, found);
    const frozen = JSON.stringify(begun);
    const told = play(compiled, begun, { act: say('7'), rules: found });
    expect([said(told), told.now - AT]).toEqual([['Which order?', 'Order 7 is sent'], 2_000]);
    expect(told.due).toMatchObject([{ step: 'later', at: AT + 2_000 + 86_400_000 }]);
    expect(JSON.stringify(begun)).toBe(frozen);
    const other = play(compiled, JSON.parse(frozen) as World, { act: say('8'), rules: found });
    expect(said(other).at(-1)).toBe('Order 8 is sent');
  });

  it('given nobody who answers actions, then the call stays open and time does not pass it by', () => {
    const rules: Rules = { answer: () => null };
    const asked = play(compiled, beginWorld(compiled, beginning, rules), { act: say('7'), rules });
    const [call] = asked.calls;
    expect(call).toMatchObject({ action: 'shop.find', input: { id: '7' } });
    const later = play(compiled, asked, { act: { kind: 'advance', milliseconds: 90_000_000 }, rules });
    expect(later.now).toBe(AT);
    const answer = { error: { code: 'away', message: 'away' } };
    const failed = play(compiled, later, { act: { kind: 'answer', call: call?.id ?? '', answer }, rules });
    expect(failed.run).toMatchObject({ status: 'failed', error: { code: 'away' } });
    expect(failed.answered).toEqual([{ call: call?.id, action: 'shop.find', answer }]);
  });

  it('given a breakpoint with a condition, then it stops before the step, takes a new value, and goes on step by step', () => {
    const rules = stopping({ steps: { tell: { condition: 'order == "7"' } } });
    const begun = beginWorld(compiled, beginning, rules);
    const passed = play(compiled, begun, { act: say('8'), rules });
    expect(passed.held).toBeUndefined();
    const held = play(compiled, begun, { act: say('7'), rules });
    expect([held.held?.tokens, held.held?.stop]).toEqual([['t'], {}]);
    expect(held.run.tokens).toMatchObject([{ step: 'tell' }]);
    const set = play(compiled, held, { act: { kind: 'set', values: { order: 'seven' } }, rules });
    const stepped = play(compiled, set, { act: on, rules: { ...rules, holds: () => true } });
    expect([said(stepped).at(-1), stepped.run.tokens[0]?.step]).toEqual(['Order seven is sent', 'later']);
    const went = play(compiled, stepped, { act: on, rules });
    expect([went.held, went.run.tokens[0]?.wait?.for]).toEqual([undefined, 'time']);
    const counters = play(compiled, begun, { act: say('7'), rules: found }).run.counters;
    expect(went.run.counters).toEqual(counters);
  });

  it('given the clock reaches a timer, then it fires at its time', () => {
    const told = play(compiled, beginWorld(compiled, beginning, found), { act: say('7'), rules: found });
    const later = play(compiled, told, { act: { kind: 'advance', milliseconds: 90_000_000 }, rules: found });
    expect([said(later).at(-1), later.run.status]).toEqual(['Did 7 come?', 'done']);
    expect(later.trace.at(-1)?.at).toBe(AT + 2_000 + 86_400_000);
  });

  it('given a scenario that wakes itself for ever, then it is left after a while', () => {
    const steps: ScenarioInput['steps'] = [{ id: 'ask', type: 'wait', for: '1s' }];
    const restless = orders({ steps, flows: [{ id: 'f1', from: 'ask', to: 'ask' }] });
    const begun = beginWorld(restless, beginning, found);
    const act: Act = { kind: 'advance', milliseconds: 86_400_000 };
    const stopped = play(restless, begun, { act, rules: found });
    expect([stopped.until, stopped.now - AT]).toEqual([AT + 86_400_000, 300_000]);
    expect(play(restless, stopped, { act: on, rules: found }).now - AT).toBe(600_000);
  });

  it('given a start at a step, then the steps before it are left out', () => {
    const world = beginWorld(compiled, { ...beginning, from: 'tell', values: { order: '9' } }, found);
    expect(said(world)).toEqual(['Order 9 is sent']);
  });
});

describe('moments played again', () => {
  const rules = found;
  const moments: Moment[] = [{ world: beginWorld(compiled, beginning, rules) }];
  for (const act of [say('7'), { kind: 'advance', milliseconds: 90_000_000 } as const])
    moments.push({ act, world: play(compiled, (moments.at(-1) as Moment).world, { act, rules }) });

  it('given another text, then they go all the way', () => {
    const messages = { en: { which: 'Well?', told: 'So', reminder: 'And?' } };
    const again = replayMoments(orders({ messages }), { beginning, before: moments, ...rules });
    expect([again.moments.length, again.diverged, again.left]).toEqual([3, undefined, []]);
    expect(said((again.moments.at(-1) as Moment).world)).toEqual(['Well?', 'So', 'And?']);
  });

  it('given a run that ends earlier, then it says where it went another way and what is left', () => {
    const flows = [{ id: 'f1', from: 'ask', to: 'tell' }];
    const again = replayMoments(orders({ flows }), { beginning, before: moments, ...rules });
    expect([again.moments.length, again.diverged]).toEqual([2, 1]);
    expect(again.left).toEqual([{ kind: 'advance', milliseconds: 90_000_000 }]);
  });
});

describe('a play that was held', () => {
  it('given the same scenario, then it is held again where it was, and nowhere else', () => {
    const rules: Rules = { ...found, holds: ({ token }) => token.step === 'tell' };
    const begun = beginWorld(compiled, beginning, rules);
    const held = play(compiled, begun, { act: say('7'), rules });
    const on: Act = { kind: 'go-on' };
    const before: Moment[] = [{ world: begun }, { act: say('7'), world: held }];
    before.push({ act: on, world: play(compiled, held, { act: on, rules }) });
    expect(replayMoments(compiled, { beginning, before, ...rules })).toEqual({ moments: before, left: [] });
  });
});

describe('breakpoints', () => {
  const played = (rules: Rules): World =>
    play(compiled, beginWorld(compiled, beginning, rules), { act: say('7'), rules });

  it('given one on a flow, then it stops when that flow was taken, and only then', () => {
    const held = played(stopping({ flows: { f2: {} } }));
    expect([held.run.tokens[0]?.step, held.held?.stop]).toEqual(['tell', { flow: 'f2' }]);
    const rules = stopping({ flows: { f3: {} } });
    expect(beginWorld(compiled, { ...beginning, from: 'later' }, rules).held).toBeUndefined();
    expect(beginWorld(compiled, { ...beginning, from: 'tell' }, rules).held?.stop).toEqual({ flow: 'f3' });
  });

  it.for<[string, Breakpoint, string?]>([
    ['true', { condition: 'order.size() == 1 && found.status == "sent"' }, ''],
    ['false', { condition: 'order == "8"' }],
    ['off', { condition: 'true', isOff: true }],
    ['no truth', { condition: 'order' }, 'wrong_type: “order” gives "7", not true or false'],
    ['a value that is not there', { condition: 'found.stat == ""' }, 'expression_failed: …'],
    ['no expression', { condition: 'order ==' }, 'expression_failed: …'],
  ])(
    'given a condition that is %s, then it stops only for true and for failures, and says why',
    ([, one, expected]) => {
      for (const breakpoints of [{ steps: { tell: one } }, { flows: { f2: one } }]) {
        const world = played(stopping(breakpoints));
        const { code, message = '' } = world.held?.stop?.error ?? {};
        if (expected?.endsWith('…')) expect(`${code}: ${message && '…'}`).toBe(expected);
        else expect(world.held && (code === undefined ? '' : `${code}: ${message}`)).toBe(expected);
      }
    },
  );

  it('given a condition that came true on the way round a loop, then the same play stops there again', () => {
    const round = orders({
      variables: { order: { type: 'text' }, count: { type: 'number', default: 0 } },
      steps: [
        { id: 'ask', type: 'ask', prompt: 'which', saveTo: 'order' },
        { id: 'more', type: 'set', assign: [{ variable: 'count', value: 'count + 1' }] },
        { id: 'enough', type: 'condition' },
        { id: 'tell', type: 'message', text: 'told' },
      ],
      flows: [
        { id: 'f1', from: 'ask', to: 'more' },
        { id: 'f2', from: 'more', to: 'enough' },
        { id: 'f3', from: 'enough', to: 'more', when: 'count < 5' },
        { id: 'f4', from: 'enough', to: 'tell', on: 'else' },
      ],
    });
    const rules = stopping({ flows: { f3: { condition: 'count == 3' } } });
    const begun = beginWorld(round, beginning, rules);
    const held = play(round, begun, { act: say('7'), rules });
    expect([held.held?.stop, held.run.frames['main']?.variables['count']]).toEqual([{ flow: 'f3' }, 3]);
    const before: Moment[] = [{ world: begun }, { act: say('7'), world: held }];
    before.push({ act: on, world: play(round, held, { act: on, rules }) });
    expect(replayMoments(round, { beginning, before, ...found })).toEqual({ moments: before, left: [] });
    expect(said((before.at(-1) as Moment).world).at(-1)).toBe('Order 7 is sent');
  });

  it('given none, or none that is met, then a play is the same as without', () => {
    const rules = stopping({ steps: { remind: { isOff: true } }, flows: { f9: {} } });
    expect(played(rules)).toEqual(played(found));
    expect(played(stopping({}))).toEqual(played(found));
  });
});

describe('the next working morning', () => {
  it.for([
    ['2026-11-20T07:59:00Z', 'Europe/Berlin', '2026-11-20T08:00:00Z'],
    ['2026-11-20T08:00:00Z', 'Europe/Berlin', '2026-11-23T08:00:00Z'],
    // Over the weekend in which clocks change, 9:00 stays 9:00.
    ['2027-03-26T12:00:00Z', 'Europe/Berlin', '2027-03-29T07:00:00Z'],
    ['2026-10-23T12:00:00Z', 'Europe/Berlin', '2026-10-26T08:00:00Z'],
    ['2026-11-22T22:00:00Z', 'Asia/Vladivostok', '2026-11-22T23:00:00Z'],
  ])('after %s in %s it is %s', ([now, zone, expected]) => {
    expect(nextWorkingMorning(Date.parse(now as string), zone as string)).toBe(Date.parse(expected as string));
  });
});

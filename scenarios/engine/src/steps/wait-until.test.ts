import { compileScenario, loadScenario } from '@scenarium/language';
import { describe, expect, it } from 'vitest';
import { createSimulation } from '../index.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');

/** When the timer of a wait until a time is due, as an instant; its outcome when it did not wait. */
function dueAt(until: string, timezone: string): string | undefined {
  const loaded = loadScenario({
    format: 1,
    id: 'waiting',
    name: 'Waiting',
    locales: ['en'],
    timezone,
    triggers: [{ id: 'start', type: 'conversation', step: 'wait' }],
    steps: [
      { id: 'wait', type: 'wait', until: JSON.stringify(until) },
      { id: 'end', type: 'end', outcome: 'waited' },
      { id: 'wrong', type: 'end', outcome: 'wrong' },
    ],
    flows: [
      { id: 'f1', from: 'wait', to: 'end' },
      { id: 'f2', from: 'wait', on: 'error', to: 'wrong' },
    ],
    messages: { en: {} },
  });
  const compilation = loaded.ok ? compileScenario(loaded.scenario) : loaded;
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  const { commands, run } = createSimulation(compilation.compiled, {
    at: NOW,
    locale: 'en',
    actions: () => ({ output: null }),
  });
  const timer = commands.find((command) => command.kind === 'start-timer');
  return timer ? new Date(timer.at).toISOString() : run.outcome;
}

describe('a wait until a time without an offset', () => {
  it.for([
    // The hour that is left out in spring: as much later as the clock is moved.
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2027-03-14T02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
    ['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-02T15:45:00.000Z'],
    // The hour that comes twice in autumn: the first time.
    ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
    ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z'],
    // A day begins at its first moment, also where that is not midnight.
    ['2027-03-28', 'Europe/Berlin', '2027-03-27T23:00:00.000Z'],
    ['2027-11-01', 'Europe/Berlin', '2027-10-31T23:00:00.000Z'],
    ['2027-03-28', 'Asia/Beirut', '2027-03-27T22:00:00.000Z'],
    ['2027-01-01T00:00', 'Asia/Kolkata', '2026-12-31T18:30:00.000Z'],
    ['2027-01-01T00:00', 'Europe/Moscow', '2026-12-31T21:00:00.000Z'],
  ] as const)('%s in %s is %s', ([until, timezone, expected]) => {
    expect(dueAt(until, timezone)).toBe(expected);
  });
});

describe('a wait until an instant', () => {
  it.for(['Europe/Berlin', 'Australia/Lord_Howe', 'UTC'])('is the same in %s', (timezone) => {
    expect(dueAt('2027-03-28T02:30:00Z', timezone)).toBe('2027-03-28T02:30:00.000Z');
    expect(dueAt('2027-03-28T02:30:00+05:30', timezone)).toBe('2027-03-27T21:00:00.000Z');
  });

  it.for(['tomorrow', '2027-02-30', '2027-13-01T00:00', ''])('given “%s”, then it leaves by “error”', (until) => {
    expect(dueAt(until, 'UTC')).toBe('wrong');
  });
});

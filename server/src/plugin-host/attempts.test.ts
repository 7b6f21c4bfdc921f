import { ActionError } from '@scenarium/sdk';
import { describe, expect, it } from 'vitest';
import { createAttempts } from './attempts.ts';

const passing = new ActionError('busy', 'later', { retryable: true });

function begin(options = {}) {
  const pauses: number[] = [];
  const attempts = createAttempts({ pause: async (ms) => pauses.push(ms), ...options });
  const attempt = {
    key: 'acme/crm/main',
    signal: new AbortController().signal,
    deadline: Date.now() + 60_000,
    repeatable: true,
  };
  let calls = 0;
  const failing =
    (times: number, error: unknown = passing) =>
    async () => {
      calls += 1;
      if (calls <= times) throw error;
      return 'done';
    };
  return { attempts, attempt, pauses, failing, calls: () => calls };
}

describe('attempts', () => {
  it('given failures in passing, then four attempts at the most, with growing pauses', async () => {
    const { attempts, attempt, pauses, failing, calls } = begin();
    expect(await attempts.run(attempt, failing(3))).toBe('done');
    expect(calls()).toBe(4);
    expect(pauses).toHaveLength(3);
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? 0);
    const again = begin();
    await expect(again.attempts.run(again.attempt, again.failing(9))).rejects.toBe(passing);
    expect(again.calls()).toBe(4);
  });

  it.each([
    ['what may not be repeated', { repeatable: false }, passing],
    ['a failure that stays', {}, new ActionError('wrong', 'never')],
    ['a deadline before the next attempt', { deadline: Date.now() }, passing],
    [
      'a pause asked for that is longer than the time left',
      {},
      new ActionError('busy', 'much later', { retryable: true, retryAfterMs: 90_000 }),
    ],
  ])('given %s, then once', async (_, more, error) => {
    const { attempts, attempt, failing, calls } = begin();
    await expect(attempts.run({ ...attempt, ...more }, failing(9, error))).rejects.toBe(error);
    expect(calls()).toBe(1);
  });

  it('given a service that asks for a pause, then it is kept', async () => {
    const { attempts, attempt, pauses, failing } = begin();
    await attempts.run(attempt, failing(1, new ActionError('busy', 'wait', { retryable: true, retryAfterMs: 3_000 })));
    expect(pauses).toEqual([3_000]);
  });

  it('given failures in a row, then the service is left alone for this organisation and connection, not for others', async () => {
    const { attempts, attempt, failing, calls } = begin({ failures: 3 });
    await expect(attempts.run(attempt, failing(99))).rejects.toBe(passing);
    expect(attempts.isOpen(attempt.key)).toBe(true);
    const before = calls();
    await expect(attempts.run(attempt, failing(99))).rejects.toMatchObject({ code: 'circuit_open' });
    expect(calls()).toBe(before);
    expect(await attempts.run({ ...attempt, key: 'other/crm/main' }, async () => 'fine')).toBe('fine');
  });
});

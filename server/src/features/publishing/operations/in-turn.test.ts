import { afterEach, expect, it, vi } from 'vitest';
import { publishingProblems } from '../problems.ts';
import { inTurn } from './in-turn.ts';

afterEach(() => vi.useRealTimers());

it('given a change before that takes long, then it is refused in the end', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let tries = 0;
  const busy = () => {
    vi.advanceTimersByTime(3_000);
    tries += 1;
    return Promise.reject(publishingProblems.activation_under_way());
  };
  await expect(inTurn(busy)).rejects.toMatchObject({ code: 'activation_under_way' });
  expect(tries).toBe(2);
});

it('given another reason to refuse, then it is refused at once', async () => {
  const refuse = vi.fn(() => Promise.reject(publishingProblems.plan_invalid()));
  await expect(inTurn(refuse)).rejects.toMatchObject({ code: 'plan_invalid' });
  expect(refuse).toHaveBeenCalledTimes(1);
});

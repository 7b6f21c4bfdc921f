import { expect, it } from 'vitest';
import { parseDuration } from './duration.ts';

it.each([
  ['30s', 30_000],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['2d', 172_800_000],
  ['1w', 604_800_000],
  ['250ms', 250],
  ['0s', 0],
  [' 5m ', 300_000],
])('%j is %d ms', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

it.each(['', '5', 'm', '-5m', '5 m', '1y', '1e3s', '٣m', '99999d', '1h30', 'soon', '9'.repeat(500) + 's'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

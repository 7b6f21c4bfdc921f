import { expect, test } from 'vitest';
import { ACTION_NAMES, actions } from '../actions/actions.ts';
import type { Action } from '../actions/action.ts';
import { matchKeys } from './match-keys.ts';

const NOTHING = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test.each([
  ['Ctrl+Z', { key: 'z', code: 'KeyZ', ctrlKey: true }, true],
  ['Ctrl+Z', { key: 'я', code: 'KeyZ', ctrlKey: true }, true],
  ['Ctrl+Z', { key: 'z', code: 'KeyZ', metaKey: true }, true],
  ['Ctrl+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, false],
  ['Shift+1', { key: '!', code: 'Digit1', shiftKey: true }, true],
  ['Ctrl+Plus', { key: '=', code: 'Equal', ctrlKey: true }, true],
  ['Delete', { key: 'Delete', code: 'Delete' }, true],
  ['Delete', { key: 'Delete', code: 'Delete', ctrlKey: true }, false],
])('given %s and %j, then it is %s', (keys, event, is) => {
  expect(matchKeys({ ...NOTHING, ...event }, keys)).toBe(is);
});

test('no two actions have the same keys', () => {
  const keys = ACTION_NAMES.flatMap((name) => (actions[name] as Action).keys ?? []);
  expect(keys.filter((one, i) => keys.indexOf(one) !== i)).toEqual([]);
});

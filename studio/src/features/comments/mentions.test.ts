import { expect, test } from 'vitest';
import { namesApart, partsOf, toStored, toTyped } from './mentions.ts';

const [anna, petrova, other] = ['a', 'b', 'c'].map((letter) => letter.repeat(24)) as [string, string, string];
const ids = namesApart([
  { id: other, name: 'Anna' },
  { id: anna, name: 'Anna' },
  { id: petrova, name: 'Anna Petrova (QA)' },
  { id: anna, name: 'Anna' },
]);

test.each([
  ['@Anna look', `<@${anna}> look`],
  ['(@Anna 2)', `(<@${other}>)`],
  ['@Anna Petrova (QA), please', `<@${petrova}>, please`],
  ['@Annabel and a@b.c', '@Annabel and a@b.c'],
])('given “%s” is typed, then “%s” is stored, and typed so again', (typed, stored) => {
  expect(toStored(typed, ids)).toBe(stored);
  expect(toTyped(stored, ids)).toBe(typed);
});

test('given mentions of somebody known and somebody who is not, then the parts are in order', () => {
  const person = { id: anna, name: 'Anna' };
  expect(partsOf(`<@${anna}>, ask <@${other}>!`, [person])).toEqual([person, ', ask ', `<@${other}>`, '!']);
});

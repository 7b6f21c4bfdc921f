import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { expect, it } from 'vitest';
import { server } from './server.ts';

const passages = [
  {
    id: 'parking',
    title: 'Parking',
    text: 'Guests park in the yard for free.',
    url: 'https://wiki.example.com/parking',
  },
  { id: 'wifi', title: 'Вайфай', text: 'Пароль от вайфая написан на карте гостя.', source: 'handbook' },
];
const find = (text: string, { limit = 5, ...more }: { limit?: number; fails?: boolean } = {}) => {
  const config = server.definition.config?.parse({ passages, ...more });
  const retrieve = server.retrievers['passages'];
  return retrieve?.({ text, limit, locale: 'en' }, fakeContext(config) as never) ?? Promise.reject(new Error('none'));
};

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

it('finds passages by their words in both languages, the best first, always with the same scores', async () => {
  expect(await find('where do guests park')).toEqual([{ ...passages[0], source: 'Parking', score: 2 / 3 }]);
  expect(await find('пароли карты гостей')).toEqual([{ ...passages[1], score: 1 }]);
  expect((await find('карта guests вайфай')).map(({ id, score }) => [id, score])).toEqual([
    ['wifi', 2 / 3],
    ['parking', 1 / 3],
  ]);
  expect(await find('карта guests вайфай', { limit: 1 })).toHaveLength(1);
  expect(await find('weather in Oslo')).toEqual([]);
});

it('fails when it is told to', async () => {
  await expect(find('parking', { fails: true })).rejects.toMatchObject({ code: 'rag_unavailable' });
});

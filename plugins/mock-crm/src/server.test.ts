import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { expect, it } from 'vitest';
import { server } from './server.ts';

const run = (action: string, input: object, { tenant = 't', key = 'k' } = {}): Promise<unknown> => {
  const conversation = { id: 'c', tenant, agent: 'a', locale: 'en' };
  const context = fakeContext(undefined, { conversation, idempotencyKey: key });
  return server.actions[action]?.(input as never, context as never) ?? Promise.reject(new Error());
};

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

it('makes contacts and leads once, for each organisation by itself', async () => {
  const { id: contact } = (await run('upsert-contact', { name: 'Ann', phone: '+7 916 123-45-67' })) as { id: number };
  expect(await run('upsert-contact', { name: 'Anna', phone: '89161234567', email: 'a@example.com' })).toMatchObject({
    id: contact,
    name: 'Anna',
    created: false,
  });
  const { id: lead } = (await run('create-lead', { name: 'Chat', contact })) as { id: number };
  expect(await run('create-lead', { name: 'Chat', contact })).toEqual({ id: lead, created: false });
  await run('add-note', { lead, text: 'Call back' }, { key: 'note' });
  await run('add-note', { lead, text: 'Call back' }, { key: 'note' });
  expect(await run('list-leads', {})).toMatchObject([{ id: lead, contact: { name: 'Anna' }, notes: ['Call back'] }]);
  expect(await run('list-leads', {}, { tenant: 'other' })).toEqual([]);
  await expect(run('create-lead', { name: 'X', contact: 99 }, { key: 'x' })).rejects.toMatchObject({
    code: 'crm_not_found',
  });
});

import { contractProblems, fakeContext, type FakeContext } from '@scenarium/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AmoStandIn } from './amo-stand-in.fixture.ts';
import type { AmoConfig } from './index.ts';
import { server } from './server.ts';

let amo: AmoStandIn;
let config: AmoConfig;
let context: FakeContext<AmoConfig>;

beforeEach(async () => {
  amo = new AmoStandIn();
  const account = await amo.start();
  const tokens = { accessToken: 'access-0', refreshToken: 'refresh-0' };
  const client = { clientId: 'integration-1', clientSecret: 'amo-secret-sentinel', redirectUri: 'https://example.com' };
  config = server.definition.config?.parse({ account, ...client, ...tokens }) as AmoConfig;
  context = fakeContext(config);
});
afterEach(() => amo.stop());

const run = (action: string, input: object, changes: Partial<FakeContext<AmoConfig>> = {}): Promise<unknown> => {
  const checked = server.definition.actions[action]?.input.parse(input);
  return server.actions[action]?.(checked as never, { ...context, ...changes } as never) ?? Promise.reject(new Error());
};
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

describe('contacts', () => {
  it('are found exactly, however the number is written, and never made twice', async () => {
    const made = await run('upsert-contact', { name: 'Аня', phone: '8 (916) 123-45-67', email: 'anya@example.com' });
    expect(made).toMatchObject({ name: 'Аня', created: true });
    expect(await run('upsert-contact', { name: 'Анна', phone: '+7 916 123 45 67' })).toMatchObject({
      name: 'Анна',
      created: false,
    });
    expect(amo.contacts).toHaveLength(1);
    expect(await run('find-contact', { email: 'ANYA@example.com' })).toMatchObject({ name: 'Анна' });
    expect(await run('find-contact', { email: 'nya@example.com' })).toBeNull();
    expect(await failure(run('find-contact', {}))).toMatchObject({ code: 'crm_invalid' });
  });

  it('given values that look like orders, then they stay values', async () => {
    const name = '"><script>alert(1)</script> {{ 7*7 }} $ne';
    await run('upsert-contact', { name, email: 'x@example.com' });
    expect(amo.contacts[0]?.name).toBe(name);
  });
});

describe('leads', () => {
  it('are made of a contact, changed, and given notes', async () => {
    const { id: contact } = (await run('upsert-contact', { name: 'Ann', email: 'ann@example.com' })) as { id: number };
    const { id } = (await run('create-lead', { name: 'Chat', contact, price: 100, tags: ['web'] })) as { id: number };
    await run('update-lead', { id, price: 200 });
    await run('add-note', { lead: id, text: 'Wants a call' });
    expect(amo.leads[0]).toMatchObject({ name: 'Chat', price: 200, _embedded: { contacts: [{ id: contact }] } });
    expect(amo.notes).toMatchObject([{ lead: id, text: 'Wants a call' }]);
    expect(await run('list-pipelines', {})).toEqual([
      { id: 10, name: 'Воронка', stages: [{ id: 142, name: 'Успешно' }] },
    ]);
  });

  it('given an answer that was lost after the lead was made, then the same key makes no second one', async () => {
    const { id: contact } = (await run('upsert-contact', { name: 'Ann', email: 'ann@example.com' })) as { id: number };
    amo.fail({ path: '/api/v4/leads', cut: 'after', times: 1 });
    expect(await failure(run('create-lead', { name: 'Chat', contact }))).not.toBeNull();
    expect(amo.leads).toHaveLength(1);
    expect(await run('create-lead', { name: 'Chat', contact })).toEqual({ id: amo.leads[0]?.id, created: false });
    expect(amo.leads).toHaveLength(1);
    expect(await run('create-lead', { name: 'Chat', contact }, { idempotencyKey: 'another' })).toMatchObject({
      created: true,
    });
  });

  it('given what amoCRM refuses, then the field is named', async () => {
    const { id: contact } = (await run('upsert-contact', { name: 'Ann', email: 'ann@example.com' })) as { id: number };
    const error = await failure(run('create-lead', { name: 'Chat', contact, pipeline: 99 }));
    expect(error).toMatchObject({ code: 'crm_invalid', retryable: false });
    expect(String(error)).toContain('pipeline_id: Pipeline not found');
    expect(await failure(run('create-lead', { name: 'Chat', contact: 999 }))).toMatchObject({ code: 'crm_not_found' });
  });
});

describe('access', () => {
  it('given a token that ran out, then it is renewed once for all, and kept before it is used', async () => {
    amo.expire();
    await Promise.all(Array.from({ length: 20 }, () => run('list-pipelines', {})));
    expect(amo.requests.filter(({ path }) => path === '/oauth2/access_token')).toHaveLength(1);
    expect(context.saved).toEqual([{ accessToken: 'access-2', refreshToken: 'refresh-2' }]);
    amo.expire();
    await run('list-pipelines', {});
    expect(context.saved.at(-1)).toMatchObject({ refreshToken: 'refresh-4' });
  });

  it('given a refresh token that was used, then it says to connect again, without a secret', async () => {
    for (const token of amo.tokens) token.used = true;
    amo.expire();
    for (const token of amo.tokens) token.used = true;
    const error = await failure(run('list-pipelines', {}));
    expect(error).toMatchObject({ code: 'crm_unauthorised' });
    expect(String((error as Error).stack) + JSON.stringify(context.lines)).not.toMatch(/sentinel|refresh-0|access-0/);
  });
});

it.each([
  [
    { status: 429, retryAfter: 2 },
    { code: 'crm_rate_limited', retryable: true, retryAfterMs: 2_000 },
  ],
  [{ status: 502 }, { code: 'crm_unavailable', retryable: true }],
  [{ status: 402 }, { code: 'crm_unpaid', retryable: false }],
  [{ status: 403 }, { code: 'crm_forbidden', retryable: false }],
])('given %s, then the host can tell what to do', async (how, expected) => {
  amo.fail({ path: '/api/v4', ...how });
  expect(await failure(run('list-pipelines', {}))).toMatchObject(expected);
});

it('given more than seven calls in a second, then amoCRM asks for a pause', async () => {
  amo.isLimited = true;
  const errors = await Promise.all(Array.from({ length: 12 }, () => failure(run('list-pipelines', {}))));
  expect(errors.filter((error) => error !== null)).toContainEqual(
    expect.objectContaining({ code: 'crm_rate_limited', retryAfterMs: 1_000 }),
  );
});

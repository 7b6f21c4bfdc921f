import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModels } from '../../src/features/identity/model.ts';
import { createOrganisation } from '../../src/features/identity/operations/organisation.ts';
import { createUser } from '../../src/features/identity/operations/users.ts';
import { connectMongo, type Mongo } from '../../src/platform/mongo/connect.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const PASSWORD = 'a password of theirs';

let engine: TestEngine;
let server: TestServer;
let mongo: Mongo;
const tokens = {} as Record<'admin' | 'editor' | 'viewer' | 'other', string>;
const ids = {} as Record<'admin' | 'editor' | 'other', string>;
let socket: Socket | undefined;
let count = 0;

beforeAll(async () => {
  engine = await startEngine();
  server = await startServer({ MONGODB_URI: engine.uri });
  mongo = await connectMongo(engine.uri);
  tokens.admin = await server.signIn();
  ids.admin = (await server.call('GET', 'auth/me', { token: tokens.admin })).body.user.id;
  for (const role of ['editor', 'viewer'] as const) {
    const body = { email: `${role}@example.com`, name: `The ${role}`, password: PASSWORD, roles: [role] };
    const { id } = (await server.call('POST', 'users', { token: tokens.admin, body })).body;
    if (role === 'editor') ids.editor = id;
    tokens[role] = await signIn(body.email, 1);
  }
  const models = identityModels(mongo.connection);
  const { _id } = await createOrganisation(models, { slug: 'other', name: 'Other' });
  const boss = { email: 'boss@example.com', name: 'Boss', password: PASSWORD, roles: ['admin' as const] };
  ids.other = (await createUser(models, _id, boss))._id;
  tokens.other = await signIn(boss.email, 'other');
  const { draft: document } = (await server.call('GET', path, { token: tokens.admin })).body;
  await server.call('POST', 'scenarios', { token: tokens.other, body: { document } });
}, 60_000);
afterAll(async () => {
  socket?.disconnect();
  await server.stop();
  await mongo.close();
  await engine.stop();
});

async function signIn(email: string, tenant: string | number): Promise<string> {
  return (await server.call('POST', 'auth/login', { body: { email, password: PASSWORD, tenant } })).body.access_token;
}

const path = 'scenarios/order-status';
const handle = (): string => `c${(count += 1)}`;
const list = (query = '', token = tokens.viewer) => server.call('GET', `${path}/threads${query}`, { token });
const begin = (body: object, token = tokens.editor) =>
  server.call('POST', `${path}/threads`, { token, body: { id: handle(), ...body } });
const answer = (thread: string, body: object, token = tokens.admin) =>
  server.call('POST', `${path}/threads/${thread}/comments`, { token, body: { id: handle(), ...body } });
const setStatus = (thread: string, status: string, token = tokens.admin) =>
  server.call('PATCH', `${path}/threads/${thread}`, { token, body: { status } });

describe('comments on a scenario', () => {
  it('given a comment on a step and an answer, then everybody of the organisation reads who said it, when and where', async () => {
    const { body: draft } = await server.call('GET', path, { token: tokens.viewer });
    const [step] = draft.draft.steps as { id: string; name?: string }[];
    const begun = await begin({ step: step?.id, text: ' Why so short? ' });
    expect(begun.status).toBe(201);
    await answer(begun.body.id, { text: 'People are in a hurry.' });
    const { body } = await list(`?step=${step?.id}`);
    expect(body.threads).toMatchObject([
      {
        id: begun.body.id,
        step: step?.id,
        stepName: step?.name ?? null,
        status: 'open',
        resolved: null,
        comments: [
          { author: { id: ids.editor, name: 'The editor' }, text: 'Why so short?', editedAt: null },
          { author: { id: ids.admin }, text: 'People are in a hurry.' },
        ],
      },
    ]);
    expect(Date.now() - Date.parse(body.threads[0].comments[0].at)).toBeLessThan(60_000);
  });

  it('given the same comment is sent again, at once or later, then it is said once', async () => {
    const body = { id: 'same', text: 'Once' };
    const [one, two] = await Promise.all([begin(body), begin(body)]);
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
    for (let i = 0; i < 2; i += 1) await answer(one.body.id, { id: 'again', text: 'Twice' });
    const { comments } = (await begin(body)).body;
    expect(comments.map(({ text }: { text: string }) => text)).toEqual(['Once', 'Twice']);
  });

  it('given a thread is resolved, answered and reopened, then it goes from list to list', async () => {
    const { id } = (await begin({ text: 'Is it done?' })).body;
    const resolved = await setStatus(id, 'resolved');
    expect(resolved.body).toMatchObject({ status: 'resolved', resolved: { by: { id: ids.admin } } });
    await setStatus(id, 'resolved', tokens.editor);
    const isIn = async (status: string) =>
      (await list(`?status=${status}`)).body.threads.find((thread: { id: string }) => thread.id === id);
    expect((await isIn('resolved')).resolved.by.id).toBe(ids.admin);
    expect(await isIn('open')).toBeUndefined();
    await answer(id, { text: 'Not quite' });
    expect(await isIn('open')).toMatchObject({ status: 'open', resolved: null });
  });

  it('given mentions, then they are names of members, who keep being meant when they are called otherwise', async () => {
    const { body } = await server.call('GET', 'members', { token: tokens.viewer });
    expect(body.members).toContainEqual({ id: ids.editor, name: 'The editor' });
    expect(JSON.stringify(body)).not.toContain('@example.com');
    const { id, comments } = (await begin({ text: `<@${ids.editor}>, and <nobody>, look` })).body;
    expect(comments[0].mentions).toEqual([{ id: ids.editor, name: 'The editor' }]);
    await server.call('PATCH', `users/${ids.editor}`, { token: tokens.admin, body: { name: 'Anna' } });
    const { threads } = (await list()).body;
    const found = threads.find((thread: { id: string }) => thread.id === id);
    expect(found.comments[0].mentions).toEqual([{ id: ids.editor, name: 'Anna' }]);
    for (const stranger of [ids.other, '0'.repeat(24)])
      expect((await begin({ text: `<@${stranger}>` })).body.code).toBe('mention_not_found');
  });

  it('given somebody else’s comment, then it can be removed but not changed; with the first one the thread goes', async () => {
    const { id } = (await begin({ id: 'first', text: 'Mine' })).body;
    await answer(id, { id: 'second', text: 'Yours' });
    const comment = (name: string) => `${path}/threads/${id}/comments/${name}`;
    const edit = (name: string, token: string) =>
      server.call('PATCH', comment(name), { token, body: { text: 'Changed' } });
    const remove = (name: string) => server.call('DELETE', comment(name), { token: tokens.admin });
    expect((await edit('first', tokens.admin)).body.code).toBe('comment_not_yours');
    const edited = await edit('first', tokens.editor);
    expect(edited.body.comments[0]).toMatchObject({ text: 'Changed', editedAt: expect.any(String) });
    expect((await edit('third', tokens.editor)).body.code).toBe('comment_not_found');
    expect([(await remove('second')).status, (await remove('second')).body.code]).toEqual([200, 'comment_not_found']);
    expect([(await remove('first')).status, (await remove('first')).body.code]).toEqual([200, 'thread_not_found']);
    expect((await setStatus(id, 'open')).body.code).toBe('thread_not_found');
  });

  it('given a step gets another id, and then its own again, then its threads stay at it', async () => {
    const { id, draft, draftRevision } = (await server.call('GET', path, { token: tokens.editor })).body;
    const { id: was } = draft.steps.find(({ name }: { name?: string }) => name !== undefined);
    const { id: thread } = (await begin({ step: was, text: 'Stay here' })).body;
    const renamed = JSON.parse(JSON.stringify(draft).replaceAll(`"${was}"`, '"renamed"'));
    for (const [i, document] of [renamed, draft].entries()) {
      const body = { revision: draftRevision + i, source: { document } };
      expect((await server.call('PUT', `scenarios/${id}/draft`, { token: tokens.editor, body })).status).toBe(200);
      const { body: found } = await list(`?step=${i === 0 ? 'renamed' : was}`);
      expect(found.threads.map((one: { id: string }) => one.id)).toContain(thread);
    }
  });

  it('given many threads, then pages bring each of them once, and open ones are counted by step', async () => {
    for (let i = 0; i < 5; i += 1) await begin({ step: 'counted', text: `Thread ${i}` });
    const seen: string[] = [];
    let before = '';
    for (let next: string | null = ''; next !== null; before = `&before=${next}`) {
      const { body } = await list(`?step=counted&limit=2${before}`);
      seen.push(...body.threads.map(({ comments }: { comments: [{ text: string }] }) => comments[0].text));
      next = body.next;
    }
    expect(seen).toEqual([4, 3, 2, 1, 0].map((i) => `Thread ${i}`));
    const { steps } = (await server.call('GET', `${path}/thread-counts`, { token: tokens.viewer })).body;
    expect(steps).toContainEqual({ step: 'counted', threads: 5 });
  });

  it('given a viewer, another organisation or rubbish, then nothing is written or shown', async () => {
    const { id } = (await begin({ text: 'Ours' })).body;
    expect((await begin({ text: 'I may only look' }, tokens.viewer)).status).toBe(403);
    expect((await setStatus(id, 'resolved', tokens.viewer)).status).toBe(403);
    // They have a scenario with the same key.
    expect((await answer(id, { text: 'Theirs' }, tokens.other)).body.code).toBe('thread_not_found');
    expect((await list('', tokens.other)).body.threads).toEqual([]);
    const { body: members } = await server.call('GET', 'members', { token: tokens.other });
    expect(members.members).toEqual([{ id: ids.other, name: 'Boss' }]);
    for (const body of [
      { text: '   ' },
      { text: 'x'.repeat(4_001) },
      { text: 7 },
      { text: 'x', step: '' },
      { text: 'x', id: {} },
    ])
      expect([body, (await begin(body)).status]).toEqual([body, 400]);
  });

  it('given a studio is open, then it is told of every change within a second or so', async () => {
    const { body } = await server.call('GET', path, { token: tokens.viewer });
    const topic = `threads:${body.id}`;
    const heard: unknown[] = [];
    socket = io(`${server.url}/studio`, { transports: ['websocket'], auth: { token: tokens.viewer } });
    socket.on('changed', (told: { topic: string; state: unknown }) => {
      if (told.topic === topic) heard.push(told.state);
    });
    socket.on('connect', () => socket?.emit('watch', topic));
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
    const { id } = (await begin({ text: 'Do you hear me?' })).body;
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(2);
    await setStatus(id, 'resolved');
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(3);
  });
});

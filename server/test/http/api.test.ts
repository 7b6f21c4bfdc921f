import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../support/api.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startServer();
  token = await server.signIn();
});
afterAll(() => server.stop());

async function agentBySlug(slug: string): Promise<string> {
  const { body } = await server.call('GET', `agents/${slug}`, { token });
  return body.id as string;
}

async function begin(slug = 'lead-qualification', locale = 'en'): Promise<{ id: string; token: string }> {
  const { status, body } = await server.call('POST', 'conversations', {
    body: { agent: await agentBySlug(slug), locale },
  });
  expect(status).toBe(201);
  return { id: body.conversation.id, token: body.token };
}

describe('signing in', () => {
  it.for([undefined, 1, '1', 'main'])('takes the organisation as %s', async (tenant) => {
    const { status, body } = await server.call('POST', 'auth/login', { body: { ...ADMIN, tenant } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 900,
      tenant: { number: 1, slug: 'main' },
      user: { email: ADMIN.email, roles: ['admin'] },
    });
  });

  it('works under /v1 too, and says the same of every wrong login', async () => {
    for (const body of [
      { ...ADMIN, password: 'wrong' },
      { email: 'nobody@example.com', password: 'x' },
      { ...ADMIN, tenant: 'nowhere' },
    ]) {
      const answer = await server.call('POST', '/v1/auth/login', { body });
      expect(answer.status).toBe(401);
      expect(answer.body.code).toBe('invalid_credentials');
    }
  });

  it('locks an account after five failures', async () => {
    const body = { email: 'victim@example.com', password: 'guess' };
    for (let i = 0; i < 5; i += 1) await server.call('POST', 'auth/login', { body });
    const locked = await server.call('POST', 'auth/login', { body });
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('takes no operators of the database', async () => {
    const { status, body } = await server.call('POST', 'auth/login', {
      body: { email: { $gt: '' }, password: { $gt: '' } },
    });
    expect(status).toBe(400);
    expect(body.code).toBe('forbidden_key');
  });

  it('renews once: a refresh token used twice ends the session', async () => {
    const { body } = await server.call('POST', 'auth/login', { body: ADMIN });
    const renewed = await server.call('POST', 'auth/refresh', { body: { refresh_token: body.refresh_token } });
    expect(renewed.status).toBe(200);
    expect((await server.call('POST', 'auth/refresh', { body: { refresh_token: body.refresh_token } })).status).toBe(
      401,
    );
    expect(
      (await server.call('POST', 'auth/refresh', { body: { refresh_token: renewed.body.refresh_token } })).status,
    ).toBe(401);
  });

  it('trusts neither token nor X-Tenant-Id alone', async () => {
    expect((await server.call('GET', 'agents', { headers: { 'x-tenant-id': '1' } })).status).toBe(401);
    expect((await server.call('GET', 'agents', { token, headers: { 'x-tenant-id': 'main' } })).status).toBe(200);
    expect((await server.call('GET', 'agents', { token, headers: { 'x-tenant-id': '2' } })).body.code).toBe(
      'tenant_mismatch',
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x","tenant":"y","aud":"user"}').toString('base64url')}.`;
    expect((await server.call('GET', 'agents', { token: unsigned })).status).toBe(401);
  });
});

describe('a conversation', () => {
  it('runs to its end, in order, each message once', async () => {
    const talk = await begin();
    const say = (id: string, text: string) =>
      server.call('POST', `conversations/${talk.id}/messages`, { token: talk.token, body: { id, text, wait: 10_000 } });
    const first = await say('m1', 'Ann');
    expect(first.body.replies.map(({ text }: { text: string }) => text)).toEqual([
      'Nice to meet you, Ann. What are you looking for?',
    ]);
    const again = await say('m1', 'Ann');
    expect(again.body).toMatchObject({ duplicate: true, seq: first.body.seq });
    for (const [id, text] of [
      ['m2', 'a support agent'],
      ['m3', '3'],
      ['m4', 'ann@example.com'],
    ] as const)
      await say(id, text);
    const { body } = await server.call('GET', `conversations/${talk.id}`, { token: talk.token });
    expect(body).toMatchObject({ status: 'closed', outcome: 'cold-lead' });
    const all = await server.call('GET', `conversations/${talk.id}/messages`, { token: talk.token });
    const seqs = all.body.messages.map(({ seq }: { seq: number }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(
      all.body.messages
        .filter(({ direction }: { direction: string }) => direction === 'in')
        .map(({ id }: { id: string }) => id),
    ).toEqual(['m1', 'm2', 'm3', 'm4']);
    const rest = await server.call('GET', `conversations/${talk.id}/messages?after=${first.body.seq}`, {
      token: talk.token,
    });
    expect(rest.body.messages.length).toBe(seqs.filter((seq: number) => seq > first.body.seq).length);
  });

  it('is nobody else’s: a foreign one does not exist', async () => {
    const mine = await begin();
    const yours = await begin();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/messages', undefined],
      ['POST', '/messages', { id: 'x', text: 'x' }],
      ['PATCH', '', { id: 'x', locale: 'ru' }],
    ] as const) {
      const { status } = await server.call(method, `conversations/${yours.id}${path}`, {
        token: mine.token,
        ...(body && { body }),
      });
      expect(status).toBe(404);
    }
    expect((await server.call('GET', 'conversations', { token: mine.token })).status).toBe(403);
  });

  it('given the token of a conversation with another agent, then another one is begun', async () => {
    const talk = await begin('lead-qualification');
    const agent = await agentBySlug('appointment');
    const { body } = await server.call('POST', 'conversations', { body: { agent, token: talk.token } });
    expect(body.conversation).toMatchObject({ agent: { id: agent } });
    expect(body.conversation.id).not.toBe(talk.id);
    const again = await server.call('POST', 'conversations', { body: { agent, token: body.token } });
    expect(again.body.conversation.id).toBe(body.conversation.id);
  });

  it('goes on after an oversize message, a wrong attachment and rubbish', async () => {
    const talk = await begin();
    const path = `conversations/${talk.id}/messages`;
    const send = (body: unknown) => server.call('POST', path, { token: talk.token, body });
    expect((await send({ id: 'big', text: 'x'.repeat(10_001) })).status).toBe(400);
    expect((await send({ id: 'huge', text: 'x'.repeat(2_000_000) })).status).toBe(413);
    expect((await send({ id: 'bad', attachments: [{ url: 'javascript:alert(1)' }] })).status).toBe(400);
    expect((await send({ id: 'empty', text: '  ' })).body.code).toBe('message_empty');
    expect((await send('{"id": "x", "text": ')).body.code).toBe('malformed_json');
    expect((await send('{"id":"x","text":"x","__proto__":{"admin":true}}')).body.code).toBe('forbidden_key');
    expect((await send({ id: 'y', text: 'x', role: 'admin' })).status).toBe(400);
    const fine = await send({ id: 'fine', text: 'Ann {{ 1/0 }} {{ contact.constructor }}', wait: 10_000 });
    expect(fine.body.replies[0].text).toContain('Ann {{ 1/0 }} {{ contact.constructor }}');
  });

  it('switches its language in mid-dialogue', async () => {
    const talk = await begin();
    await server.call('PATCH', `conversations/${talk.id}`, { token: talk.token, body: { id: 'l1', locale: 'ru' } });
    const { body } = await server.call('POST', `conversations/${talk.id}/messages`, {
      token: talk.token,
      body: { id: 'm1', text: 'Аня', wait: 10_000 },
    });
    expect(body.replies[0].text).toBe('Приятно познакомиться, Аня. Что вы ищете?');
  });

  it('shows over a socket exactly what came after a cursor', async () => {
    const talk = await begin();
    const first = await server.call('POST', `conversations/${talk.id}/messages`, {
      token: talk.token,
      body: { id: 'm1', text: 'Ann', wait: 10_000 },
    });
    const socket = io(`${server.url}/chat`, {
      auth: { token: talk.token, after: first.body.seq },
      transports: ['websocket'],
    });
    const frames: { messages: { text: string; seq: number }[]; from: number; to: number }[] = [];
    socket.on('messages', (frame) => frames.push(frame));
    await expect.poll(() => frames.length).toBe(1);
    expect(frames[0]).toMatchObject({
      from: first.body.seq,
      messages: [{ text: 'Nice to meet you, Ann. What are you looking for?' }],
    });
    const answer = await socket.timeout(5_000).emitWithAck('message', { id: 'm2', option: 'support' });
    expect(answer).toMatchObject({ ok: true, id: 'm2', duplicate: false });
    await expect
      .poll(() => frames.flatMap(({ messages }) => messages.map(({ text }) => text)))
      .toContain('How many people work in your team?');
    for (let i = 1; i < frames.length; i += 1) expect(frames[i]?.from).toBe(frames[i - 1]?.to);
    expect(await socket.timeout(5_000).emitWithAck('message', { $where: 'x' })).toMatchObject({
      ok: false,
      problem: { code: 'forbidden_key' },
    });
    socket.disconnect();
    const stranger = io(`${server.url}/chat`, { auth: { token }, transports: ['websocket'], reconnection: false });
    const refused = await new Promise<Error>((resolve) => stranger.once('connect_error', resolve));
    expect(refused.message).toBe('unauthenticated');
  });

  it('waits for an event, which is published once', async () => {
    const talk = await begin('appointment');
    const say = (id: string, body: object) =>
      server.call('POST', `conversations/${talk.id}/messages`, {
        token: talk.token,
        body: { id, wait: 10_000, ...body },
      });
    await say('m1', { option: 'repair' });
    const made = await say('m2', { text: '24.12.2036 15:00' });
    expect(made.body.replies[0].text).toContain('December 24, 2036');
    const event = { id: 'e1', name: 'appointment.cancelled', key: talk.id };
    await expect.poll(async () => (await server.call('POST', 'events', { token, body: event })).body.delivered).toBe(0);
    await expect
      .poll(async () => (await server.call('GET', `conversations/${talk.id}`, { token })).body.outcome)
      .toBe('cancelled');
  });

  it('is begun by a command over the API, once', async () => {
    const run = () =>
      server.call('POST', 'agents/lead-qualification/run', {
        token,
        body: { id: 'r1', command: 'qualify', contact: 'crm-7', wait: 10_000 },
      });
    const first = await run();
    expect(first.body.replies.at(-1).text).toBe('What is your name?');
    expect((await run()).body).toMatchObject({ duplicate: true, conversation: first.body.conversation });
  });
});

describe('scenarios', () => {
  const document = {
    format: 1,
    id: 'hello',
    name: 'Hello',
    locales: ['en'],
    triggers: [{ id: 't', type: 'conversation', step: 'hi' }],
    steps: [
      { id: 'hi', type: 'message', text: 'hi' },
      { id: 'end', type: 'end' },
    ],
    flows: [{ id: 'f', from: 'hi', to: 'end' }],
    messages: { en: { hi: 'Hi' } },
  };

  it('are drafted, published as immutable versions and run by an agent', async () => {
    const made = await server.call('POST', 'scenarios', { token, body: { document } });
    expect(made.status).toBe(201);
    const version = await server.call('POST', `scenarios/${made.body.id}/versions`, { token, body: { note: 'first' } });
    expect(version).toMatchObject({ status: 201, body: { number: 1, note: 'first' } });
    const conflict = await server.call('PUT', `scenarios/${made.body.id}/draft`, {
      token,
      body: { revision: 7, source: { document } },
    });
    expect(conflict.body.code).toBe('draft_conflict');
    const broken = { ...document, flows: [] };
    const saved = await server.call('PUT', `scenarios/${made.body.id}/draft`, {
      token,
      body: { revision: 1, source: { document: broken } },
    });
    expect(saved.status).toBe(200);
    const refused = await server.call('POST', `scenarios/${made.body.id}/versions`, { token, body: {} });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'scenario_not_publishable', errors: [{ code: 'missing_exit' }] },
    });
    const agent = await server.call('POST', 'agents', {
      token,
      body: { slug: 'hello', name: 'Hello', version: version.body.id },
    });
    expect(agent.status).toBe(201);
    const exported = await server.call('GET', `scenarios/${made.body.id}/export?format=yaml`, { token });
    expect(exported.body.text).toContain('id: hello');
  });

  it('are refused with every mistake and its line', async () => {
    const { status, body } = await server.call('POST', 'scenarios', {
      token,
      body: { text: 'format: 1\nsteps: [', format: 'yaml' },
    });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ code: 'syntax_error', place: { line: 2 } });
  });
});

describe('the edges', () => {
  it('are problem details, in the caller’s language', async () => {
    const english = await server.call('GET', 'nowhere');
    expect(english).toMatchObject({ status: 404, body: { code: 'not_found', title: 'There is no such thing' } });
    expect(english.headers.get('content-type')).toContain('application/problem+json');
    expect((await server.call('GET', 'agents', { headers: { 'accept-language': 'ru' } })).body.title).toBe(
      'Сначала войдите',
    );
    expect((await server.call('DELETE', 'agents', { token })).status).toBe(405);
    expect((await server.call('POST', 'auth/login', { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  });

  it('tell of health, metrics and the API itself', async () => {
    expect((await server.call('GET', '/health')).body.status).toBe('ok');
    expect((await server.call('GET', '/ready')).body.status).toBe('ready');
    expect((await server.call('GET', '/metrics')).body).toContain('http_request_duration_seconds');
    const { body } = await server.call('GET', '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/auth/login', '/agents/{id}/run', '/conversations/{id}/messages']),
    );
    for (const path of Object.values(body.paths) as Record<string, { security?: unknown; operationId: string }>[]) {
      for (const { security, operationId } of Object.values(path)) {
        expect([
          operationId,
          security !== undefined || ['login', 'refresh', 'logout', 'openConversation'].includes(operationId),
        ]).toEqual([operationId, true]);
      }
    }
    expect((await server.call('GET', '/docs')).status).toBe(200);
  });

  it('need a credential on every route that has a permission', async () => {
    const { body } = await server.call('GET', '/openapi.json');
    for (const [path, operations] of Object.entries(body.paths) as [string, Record<string, { security?: unknown }>][]) {
      for (const [method, { security }] of Object.entries(operations)) {
        if (!security) continue;
        const answer = await server.call(
          method.toUpperCase(),
          path.slice(1).replace(/\{\w+\}/g, 'x'),
          method === 'get' ? {} : { body: {} },
        );
        expect([path, method, answer.status]).toEqual([path, method, 401]);
      }
    }
  });

  it('keep passwords and tokens out of the logs', () => {
    const logs = join(server.folder, 'logs');
    const all = readdirSync(logs)
      .map((file) => readFileSync(join(logs, file), 'utf8'))
      .join('\n');
    expect(all.length).toBeGreaterThan(0);
    expect(all).not.toContain(ADMIN.password);
    expect(all).not.toContain(token);
  });
});

import { createHmac } from 'node:crypto';
import { channelProblems, channelRequest, contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { server } from './server.ts';
import { startMockService, type MockService } from './service.fixture.ts';

let service: MockService;
let context: never;
const { chat } = server.channels;
const message = { id: 'c/1', to: 'chat-1', text: 'Привет', locale: 'ru' };
const update = { id: '1', chat: 'chat-1', from: { id: 'ann', locale: 'ru' }, text: 'Где заказ?' };

beforeAll(async () => {
  service = await startMockService({ key: 'k' });
  context = fakeContext({ baseUrl: service.url, key: 'k' }) as never;
});
afterAll(() => service.stop());

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

describe('the channel to try', () => {
  it('given an update, then only a signed one is read; a command comes with its arguments', async () => {
    const body = JSON.stringify({ updates: [update, { ...update, id: '2', text: '/start ref_7' }] });
    const signed = { 'x-signature': createHmac('sha256', 'k').update(body).digest('hex') };
    const base = { conversation: 'chat-1', contact: { id: 'ann', locale: 'ru' } };
    expect(await chat?.receive?.(channelRequest(body, signed), context)).toEqual({
      messages: [
        { kind: 'message', externalId: '1', ...base, text: 'Где заказ?' },
        { kind: 'command', externalId: '2', ...base, command: 'start', arguments: 'ref_7' },
      ],
    });
    const request = channelRequest(body, signed);
    expect(await channelProblems(server, { channel: 'chat', context, request })).toEqual([]);
  });

  it('given a message twice under one id, then the service has it once; what it refuses and asks is told apart', async () => {
    await chat?.send(message, context);
    await chat?.send(message, context);
    expect(service.taken).toEqual([message]);
    service.fail({ status: 429, retryAfter: 3 });
    await expect(chat?.send({ ...message, id: 'c/2' }, context)).rejects.toMatchObject({
      retryable: true,
      retryAfterMs: 3_000,
    });
    await expect(chat?.send({ ...message, text: 'refused' }, context)).rejects.toMatchObject({
      code: 'message_refused',
    });
  });

  it('given it polls, then it goes on where it was', async () => {
    await service.write(update);
    const first = await chat?.poll?.(null, context);
    expect(first).toMatchObject({ messages: [{ externalId: '1' }], cursor: '1' });
    const waiting = chat?.poll?.('1', context);
    await service.write({ ...update, id: '2' });
    expect(await waiting).toMatchObject({ messages: [{ externalId: '2' }], cursor: '2' });
  });

  it('given another key, then it is ill', async () => {
    const wrong = fakeContext({ baseUrl: service.url, key: 'other' }) as never;
    await server.healthcheck?.(context);
    await expect(server.healthcheck?.(wrong)).rejects.toThrow('does not know the key');
  });
});

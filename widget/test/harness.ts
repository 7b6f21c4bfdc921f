import { expect, onTestFinished, vi } from 'vitest';
import { ChatClient, type ChatClientOptions } from '../src/client/chat-client.ts';
import { createMemoryStore, type Store } from '../src/client/store.ts';
import { StandIn, type StandInOptions } from './stand-in.ts';
import type { Held } from './stand-in-store.ts';

/** An address where nobody listens. */
export const NOWHERE = 'http://127.0.0.1:1';

/** A server that stops with the test. */
export async function startServer(options: StandInOptions = {}): Promise<StandIn> {
  const server = await new StandIn(options).start();
  onTestFinished(() => server.stop());
  return server;
}

/** A client that is quick to try again, is closed with the test, and may never show a message twice. */
export function startClient(server: string, options: Partial<ChatClientOptions> = {}): ChatClient {
  const client = new ChatClient({
    agent: 'support',
    server,
    store: createMemoryStore(),
    backoff: { firstMs: 4, maxMs: 20 },
    ackTimeoutMs: 50,
    ...options,
  });
  let twice: string[] = [];
  client.on('messages', (messages) => {
    const ids = messages.map(({ id }) => id);
    twice = [...twice, ...ids.filter((id, index) => ids.indexOf(id) !== index)];
  });
  onTestFinished(() => {
    client.close();
    expect(twice).toEqual([]);
  });
  client.open();
  return client;
}

/** Resolves when the client shows what is expected. */
export async function shows(client: ChatClient, expected: string[]): Promise<void> {
  await vi.waitFor(() => expect(texts(client)).toEqual(expected), { timeout: 5_000, interval: 5 });
}

export async function becomes(client: ChatClient, state: ChatClient['state']): Promise<void> {
  if (client.state === state) return;
  await new Promise<void>((resolve) => client.on('state', (now) => now === state && resolve()));
}

/** What is shown: the texts, and the state of those that are not sent. */
export function texts({ messages }: ChatClient): string[] {
  return messages.map(({ text, state }) => (state === 'sent' ? text : `${text} (${state})`));
}

/** The only conversation of a server. */
export function only(server: StandIn): Held {
  expect(server.store.held.size).toBe(1);
  return [...server.store.held.values()][0] as Held;
}

/** What was fetched from a server because it was missing. */
export function fetches({ requests }: StandIn): string[] {
  return requests.filter((request) => request.includes('?after='));
}

/** What waits in a store. */
export function waiting(store: Store): string[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
  return keys.filter((key) => key.includes(':out:'));
}

/** An error with this code. */
export function refusal(code: string): unknown {
  return expect.objectContaining({ problem: expect.objectContaining({ code }) as unknown });
}

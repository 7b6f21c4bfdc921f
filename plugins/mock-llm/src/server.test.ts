import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { HumanMessage } from '@langchain/core/messages';
import { expect, it } from 'vitest';
import { server } from './server.ts';

const script = [
  { when: 'weather', call: { tool: 'weather', input: { city: 'Oslo' } } },
  { when: 'record', reply: '{"a":1}' },
  { when: 'hello', reply: 'Hello to you' },
];
const config = server.definition.config?.parse({ script }) as never;
const chatOf = () => server.models.chat?.(config, {}, fakeContext(config));

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

it('answers by its script, word by word, and echoes what it does not know', async () => {
  const chat = await chatOf();
  const parts: string[] = [];
  for await (const chunk of (await chat?.stream('say hello')) ?? []) parts.push(chunk.text);
  expect(parts.filter(Boolean)).toEqual(['Hello ', 'to ', 'you']);
  expect((await chat?.invoke('else'))?.text).toBe('You said: else');
});

it('calls tools and fills in records', async () => {
  const chat = await chatOf();
  expect((await chat?.invoke('weather?'))?.tool_calls?.[0]).toMatchObject({ name: 'weather', args: { city: 'Oslo' } });
  const structured = chat?.withStructuredOutput({ type: 'object', properties: {} }, { includeRaw: true });
  expect((await structured?.invoke([new HumanMessage('record')]))?.parsed).toEqual({ a: 1 });
});

it('makes the same vectors of the same texts', async () => {
  const embeddings = await server.models.embeddings?.(config, {}, fakeContext(config));
  const [first, again, other] =
    (await embeddings?.embedDocuments(['fridge delivery', 'fridge delivery', 'loyalty'])) ?? [];
  expect(first).toEqual(again);
  expect(first).not.toEqual(other);
});

import type { JsonObject } from '@scenarium/language';
import { ActionError, type ListedTool } from '@scenarium/sdk';
import { expect, it } from 'vitest';
import { offeredTools, ToolUse } from './tools.ts';

const words = { en: 'Words', ru: 'Слова' };
const entry = (expands: boolean, input: JsonObject) => ({
  ...{ title: words, description: words, input, output: {}, timeoutMs: 1, connection: true },
  tool: { irreversible: true, own: {}, expands },
});
const catalog = {
  'http.request': entry(false, { type: 'object', properties: { url: {}, query: {} }, required: ['url'] }),
  'mcp.call-tool': entry(true, { type: 'object', properties: { tool: {}, arguments: {} } }),
  'mcp.read-tool': entry(true, { type: 'object', properties: { tool: {}, arguments: {} } }),
};
const schema = { type: 'object', properties: { number: {}, customer: {} }, required: ['number', 'customer'] };
const listed = (name: string, more: Partial<ListedTool> = {}): ListedTool => ({
  ...{ name, description: `Does ${name}`, schema, irreversible: false },
  ...more,
});

/** Offers tools where every connection lists the same, and `away` lists nothing. */
async function offer(uses: object[], tools: ListedTool[]) {
  const host = {
    expandTools: async ({ connection }: { connection?: string }) => {
      if (connection === 'away') throw new ActionError('mcp_unreachable', 'away');
      return tools;
    },
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const parsed = uses.map((use) => ToolUse.parse(use));
  return offeredTools(parsed, { host: { ...host, catalog } as never, log }, 't1');
}

it('offers the tools of a connection under their own names, with their own schemas', async () => {
  const { tools, missing } = await offer(
    [{ action: 'mcp.call-tool', connection: 'orders' }],
    [listed('find'), listed('cancel', { irreversible: true, title: 'Cancel' })],
  );
  expect(missing).toEqual([]);
  expect(tools).toEqual([
    {
      ...{ name: 'find', description: 'Does find', schema, tool: 0, of: 'find', irreversible: false },
      title: { en: 'find', ru: 'find' },
    },
    {
      ...{ name: 'cancel', description: 'Cancel. Does cancel', schema, tool: 0, of: 'cancel', irreversible: true },
      title: { en: 'Cancel', ru: 'Cancel' },
    },
  ]);
});

it('given what the scenario fills in, then the model does not see it', async () => {
  const use = { action: 'mcp.call-tool', connection: 'orders', bound: ['tool', 'arguments', 'arguments.customer'] };
  const { tools } = await offer([{ ...use, only: 'find' }], [listed('find'), listed('cancel')]);
  expect(tools).toMatchObject([{ name: 'find', schema: { properties: { number: {} }, required: ['number'] } }]);
  expect(JSON.stringify(tools)).not.toContain('customer');
});

it('given names that are taken or not allowed, then nobody takes the name of another', async () => {
  const { tools } = await offer(
    [
      { action: 'mcp.call-tool', connection: 'one' },
      { action: 'mcp.call-tool', connection: 'two' },
      { action: 'http.request' },
    ],
    [listed('http__request'), listed('a.b/c'), listed('a.b_c'), listed('x'.repeat(100)), listed(`${'x'.repeat(100)}y`)],
  );
  const names = tools.map(({ name }) => name);
  expect(tools.find(({ name }) => name === 'http__request')).toMatchObject({ tool: 2 });
  expect(names.slice(0, 6)).toEqual([
    'http__request',
    'one__http__request',
    'a_b_c',
    'one__a_b_c',
    'x'.repeat(64),
    `one__${'x'.repeat(59)}`,
  ]);
  expect(new Set(names).size).toBe(11);
  expect(names.every((name) => /^[\w-]{1,64}$/.test(name))).toBe(true);
});

it('given two actions that list one tool, then it is offered once, by the first', async () => {
  const uses = ['mcp.read-tool', 'mcp.call-tool'].map((action) => ({ action, connection: 'orders' }));
  expect((await offer(uses, [listed('find')])).tools).toMatchObject([{ name: 'find', tool: 0 }]);
});

it('given a connection that is away, or has not the tool, then the rest is offered and that is told', async () => {
  const { tools, missing } = await offer(
    [
      { action: 'mcp.call-tool', connection: 'away' },
      { action: 'mcp.call-tool', connection: 'orders', bound: ['tool'], only: 'absent' },
      { action: 'http.request', bound: ['url'] },
    ],
    [listed('find')],
  );
  expect(tools.map(({ name }) => name)).toEqual(['http__request']);
  expect(tools[0]?.schema).toEqual({ type: 'object', properties: { query: {} }, required: [] });
  expect(missing).toEqual(['away (mcp_unreachable)', 'orders: absent']);
});

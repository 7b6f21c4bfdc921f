import { ActionError, type ListedTool } from '@scenarium/sdk';
import { describe, expect, it } from 'vitest';
import type { PluginHost } from './create-plugin-host.ts';
import { createToolExpander } from './expand-tools.ts';
import { rememberedLog } from './plugins.fixture.ts';

const tool: ListedTool = { name: 'find', description: 'Finds', schema: { type: 'object' }, irreversible: false };
const of = { tenant: 't1', plugin: 'mcp', connection: 'orders', action: 'call-tool' };

/** An expander over a plugin that lists what the test wants. */
function expander(list: () => Promise<unknown>) {
  let asked = 0;
  let time = 1;
  const { log, lines } = rememberedLog();
  const plugin = { expandTools: { 'call-tool': list } };
  const use = (async (_, work) => {
    asked += 1;
    return work(plugin as never, { context: {} } as never);
  }) as PluginHost['use'];
  return {
    expand: createToolExpander({ use, log, now: () => time }),
    pass: (ms: number) => void (time += ms),
    asked: () => asked,
    lines,
  };
}

describe('the tools of a connection', () => {
  it('are asked for once a minute, for each organisation and connection by itself', async () => {
    const { expand, asked, pass } = expander(async () => [tool]);
    expect(await Promise.all([expand(of), expand(of)])).toEqual([[tool], [tool]]);
    expect(asked()).toBe(1);
    await expand({ ...of, tenant: 't2' });
    await expand({ ...of, connection: 'crm' });
    expect(asked()).toBe(3);
    pass(59_000);
    await expand(of);
    expect(asked()).toBe(3);
    pass(2_000);
    await expand(of);
    expect(asked()).toBe(4);
  });

  it('given a failure, then it is asked again after ten seconds, not before', async () => {
    const { expand, asked, pass } = expander(async () => {
      throw new ActionError('mcp_unreachable', 'away');
    });
    await expect(expand(of)).rejects.toMatchObject({ code: 'mcp_unreachable' });
    pass(9_000);
    await expect(expand(of)).rejects.toMatchObject({ code: 'mcp_unreachable' });
    expect(asked()).toBe(1);
    pass(2_000);
    await expect(expand(of)).rejects.toMatchObject({ code: 'mcp_unreachable' });
    expect(asked()).toBe(2);
  });

  it('given tools that are none, too large or too many, then they are left out, and that is logged', async () => {
    const large = { ...tool, name: 'large', schema: { type: 'object', title: 'x'.repeat(20_000) } };
    const { expand, lines } = expander(async () => [{ name: 7 }, large, tool]);
    expect(await expand(of)).toEqual([tool]);
    expect(lines).toMatchObject([{ level: 'warn', facts: { omitted: 2 } }]);
    const many = expander(async () => Array.from({ length: 150 }, (_, i) => ({ ...tool, name: `t${i}` })));
    expect(await many.expand(of)).toHaveLength(100);
  });
});

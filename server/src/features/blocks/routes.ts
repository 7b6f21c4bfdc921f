import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Block, Blocks } from './index.ts';

const Name = z.string().trim().min(1).max(100);
const Id = z.string().min(1).max(64);
const Params = z.object({ id: Id });
const BlockView = z.object({ id: z.string(), name: z.string(), agents: z.array(z.string()) });
const read = { permission: 'agents:read' } as const;
const write = { permission: 'agents:write' } as const;
const tag = 'agents';

const view = ({ _id, name, agents }: Block) => ({ id: _id, name, agents });

export function blockRoutes(blocks: Blocks): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/blocks',
      operation: 'listBlocks',
      tag,
      summary: 'Named groups of agents',
      access: read,
      responses: { 200: z.object({ blocks: z.array(BlockView) }) },
      handle: async ({ tenant }) => ({ blocks: (await blocks.list(tenant)).map(view) }),
    }),
    defineRoute({
      method: 'post',
      path: '/blocks',
      operation: 'createBlock',
      tag,
      summary: 'Add a block',
      access: write,
      body: z.strictObject({ name: Name }),
      responses: { 201: BlockView },
      problems: ['block_exists'],
      handle: async ({ tenant, body }) => new Reply(201, view(await blocks.create(tenant, body.name))),
    }),
    defineRoute({
      method: 'patch',
      path: '/blocks/{id}',
      operation: 'updateBlock',
      tag,
      summary: 'Rename a block, or set its agents and their order: they leave the blocks they were in',
      access: write,
      params: Params,
      body: z.strictObject({ name: Name.optional(), agents: z.array(Id).max(1_000).optional() }),
      responses: { 200: BlockView },
      problems: ['block_not_found', 'block_exists', 'agent_not_found'],
      handle: async ({ tenant, params, body: { name, agents } }) =>
        view(
          await blocks.update(
            { tenant, id: params.id },
            { ...(name !== undefined && { name }), ...(agents && { agents: [...new Set(agents)] }) },
          ),
        ),
    }),
    defineRoute({
      method: 'post',
      path: '/blocks/{id}/merge',
      operation: 'mergeBlocks',
      tag,
      summary: 'Move all agents of another block into this one, and remove the other',
      access: write,
      params: Params,
      body: z.strictObject({ from: Id }),
      responses: { 200: BlockView },
      problems: ['block_not_found'],
      handle: async ({ tenant, params, body }) => view(await blocks.merge({ tenant, id: params.id }, body.from)),
    }),
    defineRoute({
      method: 'delete',
      path: '/blocks/{id}',
      operation: 'removeBlock',
      tag,
      summary: 'Remove a block; its agents stay',
      access: write,
      params: Params,
      responses: { 200: z.object({ ok: z.literal(true) }) },
      problems: ['block_not_found'],
      async handle({ tenant, params }) {
        await blocks.remove({ tenant, id: params.id });
        return { ok: true } as const;
      },
    }),
  ];
}

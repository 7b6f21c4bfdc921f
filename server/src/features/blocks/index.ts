import type { Connection } from 'mongoose';
import { agentProblems, type Agents } from '../agents/index.ts';
import { blockModel, type Block } from './model.ts';
import {
  createBlock,
  listBlocks,
  mergeBlocks,
  removeBlock,
  updateBlock,
  type BlockPlace,
} from './operations/blocks.ts';

export { blockRoutes } from './routes.ts';
export type { Block } from './model.ts';

/** Named groups of agents. */
export interface Blocks {
  prepare(): Promise<void>;
  list(tenant: string): Promise<Block[]>;
  create(tenant: string, name: string): Promise<Block>;
  /** @throws agent_not_found for an agent that the organisation does not have */
  update(of: BlockPlace, changes: { name?: string; agents?: string[] }): Promise<Block>;
  merge(into: BlockPlace, from: string): Promise<Block>;
  remove(of: BlockPlace): Promise<void>;
}

export function createBlocks({ connection, agents }: { connection: Connection; agents: Agents }): Blocks {
  const blocks = blockModel(connection);
  return {
    async prepare() {
      await blocks.createIndexes();
    },
    list: (tenant) => listBlocks(blocks, tenant),
    create: (tenant, name) => createBlock(blocks, tenant, name),
    async update(of, changes) {
      const known = new Set((await agents.list(of.tenant)).map(({ _id }) => _id));
      const unknown = changes.agents?.find((id) => !known.has(id));
      if (unknown !== undefined) throw agentProblems.agent_not_found({ detail: unknown });
      return updateBlock(blocks, of, changes);
    },
    merge: (into, from) => mergeBlocks(blocks, into, from),
    remove: (of) => removeBlock(blocks, of),
  };
}

import type { Collection } from 'mongodb';
import type { Log } from '@scenarium/sdk';
import type { PluginHost } from '../../../plugin-host/index.ts';
import type { KnowledgeModels } from '../model.ts';
import type { Search, StoredChunk } from '../search/index.ts';
import type { Files } from './files.ts';

/** What turns texts into vectors for an organisation; null where no embedding model is connected. */
export type Embed = (tenant: string, texts: readonly string[], kind: 'passage' | 'query') => Promise<number[][] | null>;

/** What the operations share. */
export interface KnowledgeContext {
  models: KnowledgeModels;
  chunks: Collection<StoredChunk>;
  files: Files;
  search: Search;
  embed: Embed;
  /** Knowledge outside: what plugins look up. */
  retrievers: Pick<PluginHost, 'definition' | 'retrieve'>;
  importer: { wake(): void };
  log: Log;
}

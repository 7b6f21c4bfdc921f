import type { Log } from '@scenarium/sdk';
import type { PluginHost } from '../../../plugin-host/index.ts';
import type { ModelModels } from '../model.ts';

/** A connection, as far as models go. */
export interface ModelConnection {
  name: string;
  plugin: string;
  /** Settings without secrets; models read `prices` of it. */
  config: Readonly<Record<string, unknown>>;
}

/** One thing that was said. */
export interface Said {
  role: 'user' | 'assistant';
  text: string;
}

/** What the operations share. */
export interface ModelContext {
  models: ModelModels;
  host: Pick<PluginHost, 'use' | 'definition' | 'expandTools' | 'catalog'>;
  /** The organisation's connections, the oldest first. */
  connections(tenant: string): Promise<ModelConnection[]>;
  /** The latest messages of a conversation, the oldest first. */
  history(conversation: string, count: number): Promise<Said[]>;
  /** The budget is nearly used up: told once a month. */
  warn(tenant: string, share: number): Promise<void>;
  log: Log;
}

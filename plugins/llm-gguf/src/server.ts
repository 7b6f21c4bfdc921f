import { availableParallelism } from 'node:os';
import { ActionError, defineHandlers, type PluginHandlers } from '@scenarium/sdk';
import { gguf, type GgufConfig } from './index.ts';
import { listModelFiles, modelFile } from './model-file.ts';
import { createModelPool, type ModelPoolOptions } from './model-pool.ts';
import type { ModelWanted } from './model-process/protocol.ts';

export type { ModelProcess, StartProcess } from './start-process.ts';

export interface GgufServerOptions extends ModelPoolOptions {
  /** Where the files of models lie. */
  modelsDirectory: string;
  /** Bytes that a model may take; what is free on the machine when absent. */
  memoryBytes?: number;
}

/**
 * The handlers of the plugin `gguf`. Each model runs in a process of its own, started at its first use. Nothing is repeated here: the
 * host repeats.
 *
 * @example const server = createGgufServer({ modelsDirectory: '/srv/models', startProcess: (module) => fork(module) });
 */
export function createGgufServer({ modelsDirectory, memoryBytes, ...options }: GgufServerOptions): PluginHandlers {
  const pool = createModelPool(options);
  const wantedOf = async (
    { contextTokens, threads = defaultThreads() }: GgufConfig,
    { name, purpose }: { name: string; purpose: ModelWanted['purpose'] },
  ): Promise<ModelWanted> => ({
    file: await modelFile(modelsDirectory, name),
    purpose,
    contextTokens,
    threads,
    ...(memoryBytes !== undefined && { memoryBytes }),
  });
  return defineHandlers(gguf, {
    models: {
      async chat(config, { model: name = config.chatModel, temperature, maxTokens }, { signal }) {
        const wanted = await wantedOf(config, { name, purpose: 'chat' });
        // Here, as it may take longer than an answer may be silent.
        await pool.load(wanted, signal);
        const { GgufChat } = await import('./gguf-chat.ts');
        return new GgufChat({
          ask: (question, until) => pool.ask(wanted, question, until),
          maxTokens: maxTokens ?? config.maxTokens,
          temperature: temperature ?? config.temperature,
          signal,
        });
      },
      async embeddings(config, { model: name = config.embeddingModel }, { signal }) {
        if (name === undefined)
          throw new ActionError(
            'model_file_missing',
            'this connection has no embedding model: name its file in the connection',
          );
        const wanted = await wantedOf(config, { name, purpose: 'embeddings' });
        const { GgufEmbeddings } = await import('./gguf-embeddings.ts');
        return new GgufEmbeddings((question) => pool.ask(wanted, question, signal));
      },
    },
    async listModels() {
      const names = await listModelFiles(modelsDirectory);
      return names.map((id) => ({ id, kind: EMBEDDING.test(id) ? 'embeddings' : 'chat' }));
    },
    async healthcheck({ config, signal }) {
      const { chatModel, embeddingModel } = config;
      const models = [await wantedOf(config, { name: chatModel, purpose: 'chat' })];
      if (embeddingModel !== undefined)
        models.push(await wantedOf(config, { name: embeddingModel, purpose: 'embeddings' }));
      await pool.inspect(models, signal);
    },
  });
}

/** How files of embedding models are called. */
const EMBEDDING = /embed|\bbge|\be5\b|minilm|\bgte\b/i;

/** llama.cpp waits in a busy loop: with as many threads as processors it is slower by hundreds of times. */
function defaultThreads(): number {
  return Math.max(1, availableParallelism() - 1);
}

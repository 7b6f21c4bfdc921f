import type { LlamaChat, LlamaEmbeddingContext, LlamaModel } from 'node-llama-cpp';
import { brokenFile, inspectFile } from './inspect-file.ts';
import type { LoadedLlama } from './load-llama.ts';
import type { ModelWanted } from './protocol.ts';

/** A model in memory, with a context for what it was opened for. */
export interface OpenModel {
  loaded: LoadedLlama;
  model: LlamaModel;
  contextTokens: number;
  chat?: LlamaChat;
  embeddings?: LlamaEmbeddingContext;
}

/**
 * Loads a model that is known to fit.
 *
 * @throws ProcessError `model_file_broken`, `model_too_large`
 */
export async function openModel(loaded: LoadedLlama, wanted: ModelWanted): Promise<OpenModel> {
  const { library, llama, complaints } = loaded;
  const { file, threads } = wanted;
  const { contextTokens } = await inspectFile(loaded, wanted);
  try {
    const model = await llama.loadModel({ modelPath: file, gpuLayers: 0, ignoreMemorySafetyChecks: true });
    const size = { contextSize: contextTokens, threads, ignoreMemorySafetyChecks: true };
    if (wanted.purpose === 'embeddings')
      return { loaded, model, contextTokens, embeddings: await model.createEmbeddingContext(size) };
    const context = await model.createContext({ ...size, sequences: 1 });
    return {
      loaded,
      model,
      contextTokens,
      chat: new library.LlamaChat({ contextSequence: context.getSequence() }),
    };
  } catch (error) {
    throw brokenFile(file, complaints() || (error as Error).message);
  }
}

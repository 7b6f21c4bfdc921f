import { basename, dirname } from 'node:path';
import type { LoadedLlama } from './load-llama.ts';
import { ProcessError } from './process-error.ts';
import type { ModelWanted } from './protocol.ts';

/** What a file says of itself, and what it needs here. Sizes in bytes. */
export interface Inspected {
  /** Context in tokens: what was wanted, but no more than the model knows. */
  contextTokens: number;
  modelBytes: number;
  contextBytes: number;
  neededBytes: number;
  freeBytes: number;
}

/** What is left to the estimate's errors and to everything else that llama.cpp needs. */
const SAFETY = 1.2;

/**
 * Reads the head of a model file and estimates the memory it takes.
 *
 * @throws ProcessError `model_file_broken`, `model_too_large`
 */
export async function inspectFile({ library, llama }: LoadedLlama, wanted: ModelWanted): Promise<Inspected> {
  const { file, memoryBytes = process.availableMemory() } = wanted;
  try {
    const info = await library.readGgufFileInfo(file, { sourceType: 'filesystem', logWarnings: false });
    const insights = await library.GgufInsights.from(info, llama);
    const contextTokens = Math.min(wanted.contextTokens, insights.trainContextSize ?? wanted.contextTokens);
    const model = await insights.estimateModelResourceRequirementsV2({ gpuLayers: 0 });
    const context = await insights.estimateContextResourceRequirementsV2({
      contextSize: contextTokens,
      modelGpuLayers: 0,
      sequences: 1,
      isEmbeddingContext: wanted.purpose === 'embeddings',
    });
    const neededBytes = Math.ceil((model.cpuRam + context.cpuRam) * SAFETY);
    const numbers = { modelBytes: model.cpuRam, contextBytes: context.cpuRam, neededBytes, freeBytes: memoryBytes };
    if (neededBytes > memoryBytes) throw tooLarge(file, { contextTokens, ...numbers });
    return { contextTokens, ...numbers };
  } catch (error) {
    throw error instanceof ProcessError ? error : brokenFile(file, (error as Error).message);
  }
}

/** A file that is no model, or not whole. */
export function brokenFile(file: string, reason: string): ProcessError {
  const words = reason.replaceAll(dirname(file), '').split('\n')[0]?.slice(0, 200);
  return new ProcessError(
    'model_file_broken',
    `the model file “${basename(file)}” cannot be loaded (${words}): fetch it again and compare its size with the source`,
  );
}

function tooLarge(file: string, found: Inspected): ProcessError {
  const { contextTokens, modelBytes, contextBytes, neededBytes, freeBytes } = found;
  return new ProcessError(
    'model_too_large',
    `“${basename(file)}” needs about ${megabytes(neededBytes)} of memory (model ${megabytes(modelBytes)}, context of ${contextTokens} tokens ${megabytes(contextBytes)}, and a fifth to be safe), ${megabytes(freeBytes)} are free: choose a smaller file or a shorter context`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(bytes < 10 * 1_048_576 ? 1 : 0)} MB`;
}

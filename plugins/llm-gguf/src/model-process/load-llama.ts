import type { Llama } from 'node-llama-cpp';
import { ProcessError } from './process-error.ts';

/** llama.cpp, ready for use, and its library. */
export interface LoadedLlama {
  library: typeof import('node-llama-cpp');
  llama: Llama;
  /** The latest that it complained of; empty when nothing. */
  complaints(): string;
}

/**
 * Loads llama.cpp. Nothing is built and nothing is fetched; the processor alone is used.
 *
 * @throws ProcessError `llama_unavailable`
 */
export async function loadLlama(threads: number): Promise<LoadedLlama> {
  let latest = '';
  try {
    const library = await import('node-llama-cpp');
    const llama = await library.getLlama({
      // Binaries for Apple's chips have Metal in them; no layer is put there.
      gpu: process.platform === 'darwin' ? 'auto' : false,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      maxThreads: threads,
      logLevel: library.LlamaLogLevel.warn,
      logger: (_level, message) => {
        latest = message.trim().slice(0, 200);
      },
    });
    return { library, llama, complaints: () => latest };
  } catch (error) {
    const reason = String((error as Error).message)
      .split('\n')[0]
      ?.slice(0, 200);
    throw new ProcessError(
      'llama_unavailable',
      `llama.cpp does not load here (${process.platform} ${process.arch}: ${reason}): install the optional packages of node-llama-cpp with “npm ci”, or run the model with Ollama and its plugin`,
    );
  }
}

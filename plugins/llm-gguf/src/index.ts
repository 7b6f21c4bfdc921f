import { defineModel, definePlugin, field } from '@scenarium/sdk';
import { z } from 'zod';

const FileName = z.string().min(1).max(150);

/** Models in GGUF files, run by llama.cpp on the server itself. */
export const gguf = definePlugin({
  id: 'gguf',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'Local model (GGUF)', ru: 'Локальная модель (GGUF)' },
  description: {
    en: 'Models in GGUF files, run by llama.cpp on this server',
    ru: 'Модели в файлах GGUF, работают на этом сервере через llama.cpp',
  },
  config: z.strictObject({
    chatModel: field(FileName, {
      title: { en: 'File of the chat model', ru: 'Файл чат-модели' },
      help: { en: 'Name of a file in MODELS_DIR', ru: 'Имя файла в MODELS_DIR' },
      placeholder: 'qwen2.5-3b-instruct-q4_k_m.gguf',
      widget: 'model',
    }),
    embeddingModel: field(FileName.optional(), {
      title: { en: 'File of the embedding model', ru: 'Файл модели векторов' },
      help: { en: 'Needed for vectors alone', ru: 'Нужен только для векторов' },
      widget: 'model',
    }),
    contextTokens: field(z.int().min(256).max(1_000_000).default(4_096), {
      title: { en: 'Context in tokens', ru: 'Контекст в токенах' },
      help: { en: 'A longer one takes more memory', ru: 'Чем длиннее, тем больше памяти' },
    }),
    maxTokens: field(z.int().min(1).max(100_000).default(1_024), {
      title: { en: 'Tokens of an answer at most', ru: 'Токенов в ответе, не более' },
    }),
    temperature: field(z.number().min(0).max(2).default(0.3), {
      title: { en: 'Temperature', ru: 'Температура' },
      help: { en: '0: always the likeliest words', ru: '0: всегда самые вероятные слова' },
    }),
    threads: field(z.int().min(1).max(256).optional(), {
      title: { en: 'Threads', ru: 'Потоки' },
      help: {
        en: 'One less than there are processors when empty; more than are free makes it very slow',
        ru: 'Пусто: на один меньше, чем процессоров; больше, чем свободно, — очень медленно',
      },
      advanced: true,
    }),
  }),
  models: {
    chat: defineModel({ kind: 'chat', title: { en: 'Chat', ru: 'Чат' } }),
    embeddings: defineModel({ kind: 'embeddings', title: { en: 'Vectors', ru: 'Векторы' } }),
  },
});

export type GgufConfig = z.output<NonNullable<(typeof gguf)['config']>>;

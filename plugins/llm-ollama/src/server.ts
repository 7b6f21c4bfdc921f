import { ActionError, defineHandlers, type ListedModel, type ServiceContext } from '@scenarium/sdk';
import { z } from 'zod';
import { ollama } from './index.ts';

type Config = z.output<NonNullable<(typeof ollama)['config']>>;

const Tags = z.object({ models: z.array(z.object({ name: z.string() })) });

/** The handlers of the plugin `ollama`. Nothing is repeated here: the host repeats. */
export const server = defineHandlers(ollama, {
  models: {
    async chat({ baseUrl, chatModel, contextTokens }, { model, temperature, maxTokens }, { fetch }) {
      const { ChatOllama } = await import('@langchain/ollama');
      return new ChatOllama({
        baseUrl,
        fetch,
        model: model ?? chatModel,
        numCtx: contextTokens,
        maxRetries: 0,
        ...(temperature !== undefined && { temperature }),
        ...(maxTokens !== undefined && { numPredict: maxTokens }),
      });
    },
    async embeddings({ baseUrl, embeddingModel }, { model }, { fetch }) {
      const { OllamaEmbeddings } = await import('@langchain/ollama');
      return new OllamaEmbeddings({ baseUrl, fetch, model: model ?? embeddingModel, maxRetries: 0 });
    },
  },
  listModels: models,
  healthcheck: async ({ config, ...context }) => void (await models(config, context)),
});

async function models({ baseUrl }: Config, { http }: Pick<ServiceContext, 'http'>): Promise<ListedModel[]> {
  const { status, body } = await http.request({ method: 'GET', url: `${baseUrl.replace(/\/$/, '')}/api/tags` });
  const parsed = Tags.safeParse(body);
  if (status !== 200 || !parsed.success)
    throw new ActionError('model_unavailable', `no list of models came (${status}): is this Ollama?`);
  return parsed.data.models.map(({ name }) => ({ id: name, kind: /embed/i.test(name) ? 'embeddings' : 'chat' }));
}

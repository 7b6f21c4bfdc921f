import { defineHandlers, type ListedModel, type ServiceContext } from '@scenarium/sdk';
import { z } from 'zod';
import { callGigaChat } from './gigachat-api.ts';
import { gigachat, type GigaChatConfig } from './index.ts';

const Models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The handlers of the plugin `gigachat`. Nothing is repeated here: the host repeats. */
export const server = defineHandlers(gigachat, {
  models: {
    async chat(config, options, context) {
      const { GigaChatModel } = await import('./gigachat-chat.ts');
      return new GigaChatModel(config, options, context);
    },
    async embeddings(config, { model }, context) {
      const { GigaChatEmbeddings } = await import('./gigachat-embeddings.ts');
      return new GigaChatEmbeddings(config, model ?? config.embeddingModel, context);
    },
  },
  listModels: models,
  healthcheck: async ({ config, ...context }) => void (await models(config, context)),
});

async function models(
  config: GigaChatConfig,
  context: Pick<ServiceContext, 'fetch' | 'signal'>,
): Promise<ListedModel[]> {
  const { data } = Models.parse(await (await callGigaChat(config, context, { path: '/models' })).json());
  return data.map(({ id }) => ({ id, kind: /embedding/i.test(id) ? 'embeddings' : 'chat' }));
}

import { ActionError, defineHandlers, type ListedModel, type ServiceContext } from '@scenarium/sdk';
import { z } from 'zod';
import { openai } from './index.ts';

type Config = z.output<NonNullable<(typeof openai)['config']>>;

/** Many servers want some key, whatever it is. */
const NO_KEY = 'none';
const Models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The handlers of the plugin `openai`. Nothing is repeated here: the host repeats. */
export const server = defineHandlers(openai, {
  models: {
    async chat(config, { model, temperature, maxTokens }, context) {
      const { ChatOpenAI } = await import('@langchain/openai');
      const chat = new ChatOpenAI({
        ...shared(config, context),
        model: model ?? config.chatModel,
        useResponsesApi: false,
        streamUsage: true,
        ...(temperature !== undefined && { temperature }),
        ...(maxTokens !== undefined && { maxTokens }),
      });
      const structured = chat.withStructuredOutput.bind(chat) as (schema: never, options: object) => never;
      // How records are asked for is the connection's business, not the caller's.
      chat.withStructuredOutput = ((schema: never, options: object) =>
        structured(schema, { ...options, method: config.structuredOutput })) as never;
      return chat;
    },
    async embeddings(config, { model }, context) {
      const { OpenAIEmbeddings } = await import('@langchain/openai');
      return new OpenAIEmbeddings({
        ...shared(config, context),
        model: model ?? config.embeddingModel,
        encodingFormat: 'float',
      });
    },
  },
  listModels: models,
  healthcheck: async ({ config, ...context }) => void (await models(config, context)),
});

function shared({ baseUrl, apiKey }: Config, { fetch }: ServiceContext) {
  return {
    apiKey: apiKey || NO_KEY,
    maxRetries: 0,
    configuration: { baseURL: baseUrl, fetch, organization: null, project: null },
  };
}

/** The library knows embeddings by no mark: their names say it. */
async function models({ baseUrl, apiKey }: Config, { http }: Pick<ServiceContext, 'http'>): Promise<ListedModel[]> {
  const { status, body } = await http.request({
    method: 'GET',
    url: `${baseUrl.replace(/\/$/, '')}/models`,
    ...(apiKey && { headers: { authorization: `Bearer ${apiKey}` } }),
  });
  if (status === 401 || status === 403) throw new ActionError('model_unauthorised', `the key was refused (${status})`);
  const parsed = Models.safeParse(body);
  if (status !== 200 || !parsed.success)
    throw new ActionError('model_unavailable', `no list of models came (${status}): check the address`);
  return parsed.data.data.map(({ id }) => ({ id, kind: /embed/i.test(id) ? 'embeddings' : 'chat' }));
}

import {
  ActionError,
  type ActionContext,
  type ChannelRequest,
  type ModelOptions,
  type PluginEvent,
  type PluginHandlers,
} from '@scenarium/sdk';
import { z } from 'zod';
import type { CHANNEL_HANDLERS } from './description.ts';
import { contextOf, type Surroundings } from './context-of.ts';
import type { Incoming, Methods, Peer } from './peer.ts';

type Factory<T> = (config: unknown, options: ModelOptions, context: ActionContext) => T | Promise<T>;

/** What a plugin's process does for the host. */
export function servedMethods(loading: Promise<PluginHandlers>, peer: () => Peer): Methods {
  async function surrounded(given: Surroundings, call: Incoming): Promise<{ plugin: PluginHandlers; context: never }> {
    const plugin = await loading;
    const config = plugin.definition.config?.parse(given.config);
    return { plugin, context: contextOf(peer(), { ...given, config }, call) as never };
  }

  return {
    async action({ name, input, ...given }: Surroundings & { name: string; input: object }, call) {
      const { plugin, context } = await surrounded(given, call);
      const action = plugin.definition.actions[name];
      const handler = plugin.actions[name];
      if (!action || !handler) throw new ActionError('action_unknown', `there is no action “${name}”`);
      const parsed = action.input.safeParse(input);
      if (!parsed.success) throw new ActionError('action_input_invalid', z.prettifyError(parsed.error));
      const output = action.output.safeParse(await handler(parsed.data as never, context));
      if (!output.success) throw new ActionError('action_output_invalid', z.prettifyError(output.error));
      return output.data;
    },
    async retrieve({ retriever, query, ...given }: Surroundings & { retriever: string; query: never }, call) {
      const { plugin, context } = await surrounded(given, call);
      return plugin.retrievers[retriever]?.(query, context);
    },
    async listModels(given: Surroundings, call) {
      const { plugin, context } = await surrounded(given, call);
      return plugin.listModels?.((context as ActionContext).config as never, context);
    },
    async expandTools({ name, ...given }: Surroundings & { name: string }, call) {
      const { plugin, context } = await surrounded(given, call);
      return plugin.expandTools?.[name]?.(context);
    },
    async channel({ channel, does, subject, ...given }: Surroundings & ChannelCall, call) {
      const { plugin, context } = await surrounded(given, call);
      const handler = plugin.channels[channel]?.[does] as ((subject: unknown, context: never) => unknown) | undefined;
      if (!handler) throw new ActionError('channel_unknown', `there is no channel “${channel}” that does “${does}”`);
      return handler(does === 'receive' ? withBody(subject as SentRequest) : subject, context);
    },
    async healthcheck(given: Surroundings, call) {
      const { plugin, context } = await surrounded(given, call);
      await plugin.healthcheck?.(context);
    },
    async event({ event, ...given }: Surroundings & { event: PluginEvent }, call) {
      const { plugin, context } = await surrounded(given, call);
      await plugin.onEvent?.(event, context);
    },
    async chat({ options, messages, tools, ...given }: Surroundings & Chat, call) {
      const { plugin, context } = await surrounded(given, call);
      const make = plugin.models.chat as unknown as Factory<ChatModel> | undefined;
      if (!make) throw new ActionError('model_kind_missing', `“${plugin.definition.id}” has no model of kind “chat”`);
      const { answerChat } = await import('./answer-chat.ts');
      const model = await make((context as ActionContext).config, options, context);
      await answerChat(model, { messages, tools }, call);
    },
    async embed({ options, texts, kind, ...given }: Surroundings & Embed, call) {
      const { plugin, context } = await surrounded(given, call);
      const make = plugin.models.embeddings as unknown as Factory<EmbeddingModel> | undefined;
      if (!make) throw new ActionError('model_kind_missing', `“${plugin.definition.id}” has no embedding model`);
      const model = await make((context as ActionContext).config, options, context);
      return kind === 'query' ? [await model.embedQuery(texts[0] ?? '')] : model.embedDocuments(texts);
    },
  } satisfies Methods;
}

type ChatModel = import('@langchain/core/language_models/chat_models').BaseChatModel;
type EmbeddingModel = import('@langchain/core/embeddings').Embeddings;

/** Work of a channel. `subject`: what its handler gets. */
export interface ChannelCall {
  channel: string;
  does: (typeof CHANNEL_HANDLERS)[number];
  subject: unknown;
}

/** A request on its way to the plugin: its bytes in base64. */
export type SentRequest = Omit<ChannelRequest, 'body'> & { body: string };

function withBody(request: SentRequest): ChannelRequest {
  return { ...request, body: new Uint8Array(Buffer.from(request.body, 'base64')) };
}

/** A conversation for a chat model: messages as LangChain stores them, tools as providers write them. */
export interface Chat {
  options: ModelOptions;
  messages: import('@langchain/core/messages').StoredMessage[];
  tools: ChatTools | null;
}

export interface ChatTools {
  list: object[];
  choice?: unknown;
}

export interface Embed {
  options: ModelOptions;
  texts: string[];
  kind: 'passage' | 'query';
}

import type { Embeddings } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { LocalisedText } from '@scenarium/language';
import type { ServiceContext } from './context.ts';

/**
 * Declares that a plugin's connection can answer as a model: pure data, safe to load in a browser.
 *
 * @example const chat = defineModel({ kind: 'chat', title: { en: 'Chat model', ru: 'Чат-модель' } });
 */
export function defineModel<const K extends ModelKind>(model: ModelDefinition<K>): ModelDefinition<K> {
  return model;
}

/** `chat` talks, `embeddings` turns texts into vectors. */
export type ModelKind = 'chat' | 'embeddings';

export interface ModelDefinition<K extends ModelKind = ModelKind> {
  kind: K;
  title: LocalisedText;
}

/** What a call asks of a model beside what the connection says. Absent: the connection's own. */
export interface ModelOptions {
  /** Name of the model at the provider. */
  model?: string;
  temperature?: number;
  /** Tokens of the answer. */
  maxTokens?: number;
}

/** Makes a chat model of a connection. It goes outside by `context.fetch` alone and does not retry by itself: the host does. */
export type ChatModelFactory<C> = (
  config: C,
  options: ModelOptions,
  context: ServiceContext,
) => BaseChatModel | Promise<BaseChatModel>;

export type EmbeddingsFactory<C> = (
  config: C,
  options: Pick<ModelOptions, 'model'>,
  context: ServiceContext,
) => Embeddings | Promise<Embeddings>;

/** A model that a connection offers, as `listModels` answers it. */
export interface ListedModel {
  id: string;
  kind: ModelKind;
  /** Longest conversation in tokens, where the provider says it. */
  contextTokens?: number;
}

export type ModelLister<C> = (config: C, context: ServiceContext) => Promise<ListedModel[]>;

// What a plugin author writes with.
export { definePlugin, type PluginDefinition } from './define-plugin.ts';
export {
  defineAction,
  defineTool,
  type ActionDefinition,
  type AnyAction,
  type ContactFact,
  type Repeat,
  type ToolRules,
} from './define-action.ts';
export {
  defineModel,
  type ListedModel,
  type ModelDefinition,
  type ModelKind,
  type ModelOptions,
} from './define-model.ts';
export { defineRetriever, type Passage, type Retrieve, type RetrieverDefinition } from './define-retriever.ts';
export { defineHandlers, type ActionHandler, type PluginEvent, type PluginHandlers } from './define-handlers.ts';
export type { ListedTool, ToolLister } from './listed-tool.ts';
export { field, isSecret, secret, type FieldHints } from './fields.ts';

// What a handler uses.
export type { ActionContext, ConversationFacts, Log, ServiceContext } from './context.ts';
export type { HttpClient, HttpMethod, HttpRequest, HttpResponse } from './http-client.ts';
export { ActionError, type ActionErrorOptions } from './action-error.ts';

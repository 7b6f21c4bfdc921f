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
export {
  defineChannel,
  type ChannelAbilities,
  type ChannelAddress,
  type ChannelContext,
  type ChannelDefinition,
  type ChannelHandlers,
  type ChannelMode,
  type ChannelRequest,
  type Polled,
  type Received,
  type Sent,
} from './define-channel.ts';
export { checkSignature, checkToken, type SignatureOptions } from './check-signature.ts';
export { parseCommand } from './parse-command.ts';
export type { ChannelContact, InboundAttachment, InboundMessage } from './inbound-message.ts';
export type { OutboundMessage } from './outbound-message.ts';
export { defineHandlers, type ActionHandler, type PluginEvent, type PluginHandlers } from './define-handlers.ts';
export type { ListedTool, ToolLister } from './listed-tool.ts';
export { field, isSecret, secret, type FieldHints } from './fields.ts';

// What a handler uses.
export type { ActionContext, ConversationFacts, Log, ServiceContext } from './context.ts';
export type { HttpClient, HttpMethod, HttpRequest, HttpResponse } from './http-client.ts';
export { ActionError, type ActionErrorOptions } from './action-error.ts';

export { ActionError } from './action-error.ts';
export { defineAction, type ActionDefinition, type Repeat } from './define-action.ts';
export { definePlugin, type PluginDefinition } from './define-plugin.ts';
export { defineHandlers, type ActionHandler, type PluginHandlers } from './define-handlers.ts';
export type { ActionContext, ConversationFacts, HttpClient, HttpRequest, HttpResponse, Log } from './context.ts';

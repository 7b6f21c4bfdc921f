// What a plugin author writes with.
export { definePlugin, type PluginDefinition } from './define-plugin.ts';
export { defineAction, type ActionDefinition, type AnyAction, type Repeat } from './define-action.ts';
export { defineHandlers, type ActionHandler, type PluginHandlers } from './define-handlers.ts';

// What a handler uses.
export type { ActionContext, ConversationFacts, Log } from './context.ts';
export type { HttpClient, HttpMethod, HttpRequest, HttpResponse } from './http-client.ts';
export { ActionError, type ActionErrorOptions } from './action-error.ts';

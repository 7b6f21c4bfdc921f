export { createConversations, type Conversations } from './operations/conversations.ts';
export { conversationRoutes } from './routes.ts';
export { attachSockets, type Hub } from './sockets.ts';

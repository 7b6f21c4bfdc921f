export type { Accepted, Inbound } from './accept.ts';
export type {
  ConversationDocument,
  InboundBody,
  InboundRow,
  MessageRow,
  OutboundBody,
  OutboundRow,
  OutboxItem,
} from './documents.ts';
export type {
  ActiveAgent,
  Assignment,
  Chosen,
  EffectCall,
  EffectOutcome,
  Ports,
  TurnTaking,
  Visible,
} from './ports.ts';
export { createRuntime, type MessagePage, type Opening, type Runtime } from './runtime.ts';
export { createStore, type ConversationFilter, type Store } from './store/store.ts';

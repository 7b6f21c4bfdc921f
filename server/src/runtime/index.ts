export type { Accepted, Inbound } from './accept.ts';
export type {
  ConversationDocument,
  DeliveryState,
  InboundBody,
  InboundRow,
  MessageRow,
  Migration,
  OutboundBody,
  OutboundRow,
  OutboxItem,
} from './documents.ts';
export type {
  ActivationPlan,
  ActiveAgent,
  Assignment,
  Chosen,
  EffectCall,
  EffectOutcome,
  Fate,
  Ports,
  TurnTaking,
  Visible,
} from './ports.ts';
export { createRuntime, type MessagePage, type Opening, type Runtime } from './runtime.ts';
export { createDeliveries, type Backlog, type Deliveries } from './store/deliveries.ts';
export type { ConversationFilter } from './store/overview-queries.ts';
export { createStore, type Store } from './store/store.ts';

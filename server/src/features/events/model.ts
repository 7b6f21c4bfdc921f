import type { Json } from '@scenarium/language';

/** Something that happened in an organisation. `id` is unique: published again, it changes nothing. */
export interface PlatformEvent {
  id: string;
  tenant: string;
  name: string;
  key?: string | undefined;
  data: Json;
  /** Whom it concerns: runs that it starts are conversations with this contact. */
  contact?: string | undefined;
  /** How many events led to one another before it. */
  hops?: number;
}

/** An event as it is kept. */
export interface EventDocument {
  _id: string;
  tenant: string;
  name: string;
  key: string | null;
  data: Json;
  contact: string | null;
  at: Date;
}

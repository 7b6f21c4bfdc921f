import type { LocalisedText } from '@scenarium/language';
import type { ServiceContext } from './context.ts';

/**
 * Declares a place where passages can be looked up: a knowledge base outside of ours.
 *
 * @example const wiki = defineRetriever({ id: 'wiki', title: { en: 'Company wiki', ru: 'Вики компании' } });
 */
export function defineRetriever<const Id extends string>(
  retriever: RetrieverDefinition & { id: Id },
): RetrieverDefinition & { id: Id } {
  return retriever;
}

export interface RetrieverDefinition {
  id: string;
  title: LocalisedText;
}

/** Passages for a query, the best first. */
export type Retrieve<C> = (
  query: { text: string; limit: number; locale: string },
  context: ServiceContext & { config: C },
) => Promise<Passage[]>;

/** A passage with where it comes from. `score`: 0 to 1, higher is nearer. */
export interface Passage {
  id: string;
  source: string;
  title: string;
  text: string;
  score: number;
  url?: string;
}

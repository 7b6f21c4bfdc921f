import { ActionError, defineHandlers } from '@scenarium/sdk';
import { mockRag } from './index.ts';
import { overlap } from './overlap.ts';

/** The handlers of the plugin `mock-rag`. */
export const server = defineHandlers(mockRag, {
  retrievers: {
    async passages({ text: query, limit }, { config: { passages, fails } }) {
      if (fails) throw new ActionError('rag_unavailable', 'this connection is set not to answer: switch “fails” off');
      return passages
        .map((passage) => ({ passage, score: overlap(query, `${passage.title} ${passage.text}`) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ passage: { id, title, text, source = title, url }, score }) => ({
          ...{ id, source, title, text, score },
          ...(url !== undefined && { url }),
        }));
    },
  },
});

import { defineHandlers } from '@scenarium/sdk';
import { mockLlm } from './index.ts';

/** The handlers of the plugin `mock-llm`. */
export const server = defineHandlers(mockLlm, {
  models: {
    async chat({ script }) {
      const { ScriptedChat } = await import('./scripted-chat.ts');
      return new ScriptedChat(script);
    },
    async embeddings() {
      const { HashedEmbeddings } = await import('./hashed-embeddings.ts');
      return new HashedEmbeddings();
    },
  },
});

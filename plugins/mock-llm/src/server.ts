import { defineHandlers } from '@scenarium/sdk';
import { HashedEmbeddings } from './hashed-embeddings.ts';
import { mockLlm } from './index.ts';
import { ScriptedChat } from './scripted-chat.ts';

/** The handlers of the plugin `mock-llm`. */
export const server = defineHandlers(mockLlm, {
  models: {
    chat: ({ script }) => new ScriptedChat(script),
    embeddings: () => new HashedEmbeddings(),
  },
});

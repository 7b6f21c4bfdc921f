import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Comments } from './features/comments/index.ts';
import { attachSockets, type Conversations, type Hub } from './features/conversations/index.ts';
import type { Identity } from './features/identity/index.ts';
import type { Scenarios } from './features/scenarios/index.ts';
import { attachStudioFeed, type Editors } from './features/studio-feed/index.ts';
import type { Runtime } from './runtime/index.ts';

export interface SocketsOfServer {
  conversations: Conversations;
  runtime: Runtime;
  identity: Identity;
  scenarios: Scenarios;
  comments: Comments;
  editors: Editors;
  corsOrigins: readonly string[];
  report(error: unknown): void;
}

/** What a server tells without being asked: end users what their agents say, and studios what changed. */
export function openSockets(
  server: HttpServer,
  { conversations, runtime, identity, scenarios, comments, editors, corsOrigins, report }: SocketsOfServer,
): Hub & { close(): Promise<void> } {
  const { store } = runtime;
  const io = new Server(server, { serveClient: false, maxHttpBufferSize: 100_000, cors: { origin: [...corsOrigins] } });
  const chat = attachSockets({ io, conversations, runtime, report });
  const studio = attachStudioFeed({
    ...{ io, editors, report },
    topics: {
      conversations: { permission: 'conversations:read', state: store.pulse },
      conversation: { permission: 'conversations:read', state: store.revision },
      scenario: {
        permission: 'scenarios:read',
        async state(tenant, id) {
          const [revision, people] = await Promise.all([scenarios.draftRevision(tenant, id), editors.of(tenant, id)]);
          return { revision, editors: people.map((one) => ({ ...one })) };
        },
      },
      threads: {
        permission: 'scenarios:read',
        state: (tenant, scenario) => comments.revision({ tenant, scenario }),
      },
    },
    verify: (token) => identity.verifyUser(token, undefined),
    nameOf: async (user) => (await identity.getUser(user)).name,
  });
  return {
    ...chat,
    close() {
      chat.close();
      studio.close();
      return io.close();
    },
  };
}

import { Scenario } from '@scenarium/language';
import type { Api } from './api.ts';

/** Publishes a scenario and makes an agent of it that has its name; answers the agent's id. */
export async function publish(
  server: Api,
  token: string,
  { document, settings = {} }: { document: object; settings?: object },
): Promise<string> {
  const scenario = Scenario.parse(document);
  const { id, version } = await publishVersion(server, token, scenario);
  const { body: agent } = await server.call('POST', 'agents', {
    token,
    body: { slug: scenario.id, name: scenario.name, version, ...settings },
  });
  if (agent.id === undefined) throw new Error(`${id}: ${JSON.stringify(agent)}`);
  return agent.id as string;
}

/** Publishes a scenario as version 1; answers the ids of both. */
async function publishVersion(server: Api, token: string, document: Scenario) {
  const { body: stored } = await server.call('POST', 'scenarios', { token, body: { document } });
  const { body: version } = await server.call('POST', `scenarios/${stored.id}/versions`, { token, body: {} });
  if (version.id === undefined) throw new Error(JSON.stringify({ stored, version }));
  return { id: stored.id as string, version: version.id as string };
}

/** An end user's conversation over the API. */
export interface Talk {
  id: string;
  token: string;
  /** Resolves when accepted; `wait` waits for the replies as well. */
  say(id: string, text: string, wait?: number): Promise<{ status: number; texts: string[] }>;
  /** Texts of everything said by the agent so far. */
  heard(): Promise<string[]>;
}

export async function beginTalk(server: Api, agent: string, locale = 'en'): Promise<Talk> {
  const { body } = await server.call('POST', 'conversations', { body: { agent, locale } });
  const { token } = body as { token: string };
  const id = body.conversation.id as string;
  const textsOf = (messages: { direction: string; text: string }[] = []): string[] =>
    messages.filter(({ direction }) => direction === 'out').map(({ text }) => text);
  return {
    id,
    token,
    async say(messageId, text, wait = 0) {
      const answer = await server.call('POST', `conversations/${id}/messages`, {
        token,
        body: { id: messageId, text, wait },
      });
      return { status: answer.status, texts: textsOf(answer.body.replies) };
    },
    async heard() {
      return textsOf((await server.call('GET', `conversations/${id}/messages?limit=500`, { token })).body.messages);
    },
  };
}

/** Resolves when `found` answers something; looks every 20 ms. @throws after `withinMs` with what was seen last */
export async function eventually<T>(
  look: () => Promise<T>,
  found: (seen: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  for (const end = Date.now() + withinMs; ;) {
    const seen = await look();
    if (found(seen)) return seen;
    if (Date.now() > end) throw new Error(`never came: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

import type { JsonObject } from '@scenarium/language';
import type { Accepted } from '../../../runtime/index.ts';
import { agentProblems } from '../../agents/index.ts';
import type { ConversationsOptions } from './conversations.ts';
import { addressOf, begin } from './who.ts';

/** A run that nobody begins by talking. */
export interface StartRun {
  tenant: string;
  /** Id or slug. */
  agent: string;
  /** Whom the agent talks to, over the API. */
  contact: string;
  /** The caller's name for it: the same again changes nothing. */
  id: string;
  /** What starts it; `hops`: how many events led to one another before. */
  trigger: { command: string } | { event: string; hops: number };
  values: JsonObject;
  locale?: string | string[] | undefined;
}

/**
 * Runs an agent by a command or an event, in its conversation with a contact over the API.
 * @throws agent_not_found
 */
export async function startRun(
  options: ConversationsOptions,
  { tenant, agent, contact, id, trigger, values, locale }: StartRun,
): Promise<Accepted> {
  const { agents, scenarios, runtime } = options;
  const active = await agents.active(tenant, agent);
  if (!active) throw agentProblems.agent_not_found({ detail: agent });
  const wanted = (await scenarios.compiled(tenant, active.version)).locale(locale ?? []);
  const conversation = await begin(options, { tenant, agent: active.id, channel: 'api', contact, locale: wanted });
  return runtime.accept({
    ...addressOf(conversation),
    externalId: `${conversation._id}:${id}`,
    body: { kind: 'start', ...trigger, values, ...(locale !== undefined && { locale: wanted }) },
  });
}

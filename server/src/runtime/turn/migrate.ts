import { pendingEffects, whyNotMoved, type MovedEvent, type Run } from '@scenarium/engine';
import { chooseLocale } from '@scenarium/language';
import type { ConversationDocument, Migration } from '../documents.ts';
import type { ActivationPlan, Fate, Ports } from '../ports.ts';
import { carryOut } from './commands.ts';
import { decide, type Draft } from './draft.ts';

/** Goes on with another version where that was asked for and nothing stands against it now. */
export async function migrate(draft: Draft, ports: Ports, at: number): Promise<void> {
  const { conversation } = draft;
  const { migration, run } = conversation;
  if (migration?.outcome !== 'pending') return;
  const plan = await ports.activation(conversation.tenant, migration.activation);
  const { version, agent } = conversation;
  const isInProgress = run?.status === 'waiting' && version !== null && version === plan.from && agent === plan.agent;
  const outcome = isInProgress ? await goOn(draft, { run, version, plan, ports, at }) : 'over';
  conversation.migration = { ...migration, outcome };
}

interface Way {
  run: Run;
  version: string;
  plan: ActivationPlan;
  ports: Ports;
  at: number;
}

async function goOn(draft: Draft, { run, version, plan, ports, at }: Way): Promise<Migration['outcome']> {
  if (pendingEffects(run).length > 0) return 'pending';
  const { conversation } = draft;
  const fates = fatesOf(run, plan);
  if (fates.includes('finish')) return 'finishing';
  if (fates.includes('restart')) {
    const old = await ports.compiled(conversation.tenant, version);
    decide(draft, old, { kind: 'cancelled', id: eventId(conversation, plan), at, reason: 'restarted' });
    say(draft, plan, at);
    draft.startRun = { agent: conversation.agent, version: plan.to };
    return 'restarted';
  }
  const compiled = await ports.compiled(conversation.tenant, plan.to);
  const places = placesOf(plan);
  const refusal = whyNotMoved(compiled, run, places);
  if (refusal) return refusal.code === 'in_call' ? 'pending' : 'finishing';
  conversation.version = plan.to;
  decide(draft, compiled, { kind: 'moved', id: eventId(conversation, plan), at, places });
  return 'moved';
}

/** What is planned for the steps where the run is. What is not planned for goes on as it is. */
function fatesOf({ tokens, frames }: Run, { steps }: ActivationPlan): Fate['fate'][] {
  const own = tokens.filter(({ frame }) => frames[frame]?.caller === undefined);
  return own.map(({ step }) => steps.find((fate) => fate.step === step)?.fate ?? 'finish');
}

function placesOf({ steps }: ActivationPlan): MovedEvent['places'] {
  const moves = steps.filter((fate) => fate.fate === 'move');
  return Object.fromEntries(moves.map(({ step, to, stay }) => [step, { to, ...(stay && { stay }) }]));
}

function say(draft: Draft, { message, ...plan }: ActivationPlan, at: number): void {
  const { conversation } = draft;
  const languages = Object.keys(message);
  if (languages.length === 0) return;
  const locale = chooseLocale(conversation.locale, languages);
  const text = message[locale] ?? '';
  const id = eventId(conversation, plan);
  carryOut(draft, { kind: 'send-message', id, step: 'restart', text, locale }, at);
}

function eventId({ _id }: ConversationDocument, { id }: Pick<ActivationPlan, 'id'>): string {
  return `${_id}/activation/${id}`;
}

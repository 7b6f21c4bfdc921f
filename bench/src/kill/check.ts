import type { Record } from './client.ts';

/** What went wrong, counted over all conversations. All should be 0. */
export interface Verdict {
  /** Acknowledged messages without an answer. */
  lost: number;
  /** Answers, or requests to the outside, more than one for a message. */
  duplicated: number;
  /** Answers that stand in another order than the messages were sent. */
  reordered: number;
  /** Conversations that did not come to rest. */
  stuck: number;
  /** Answers once shown that are gone or say something else now, or that answer nothing sent. */
  ghosts: number;
}

/** Compares what clients sent with what they saw, and with the requests that reached the outside. */
export function check(records: Record[], effects: Map<string, Set<string>>): Verdict {
  const verdict: Verdict = { lost: 0, duplicated: 0, reordered: 0, stuck: 0, ghosts: 0 };
  for (const record of records) checkOne(record, verdict);
  for (const keys of effects.values()) verdict.duplicated += keys.size - 1;
  return verdict;
}

function checkOne({ acknowledged, shown, final }: Record, verdict: Verdict): void {
  const answers = (final ?? []).filter(({ direction, text }) => direction === 'out' && text.startsWith('#'));
  const answered = answers.map(({ text }) => text.split(' ')[1] ?? '');
  const first = [...new Set(answered)];
  if (!final || first.length < acknowledged.length) verdict.stuck += 1;
  verdict.lost += acknowledged.filter((text) => !first.includes(text)).length;
  verdict.duplicated += answered.length - first.length;
  const places = acknowledged.filter((text) => first.includes(text)).map((text) => first.indexOf(text));
  verdict.reordered += places.filter((place, i) => i > 0 && place < (places[i - 1] as number)).length;
  verdict.reordered += answers.filter(({ text }, i) => text.split(' ')[0] !== `#${i + 1}`).length;
  verdict.ghosts += first.filter((text) => !acknowledged.includes(text)).length;
  const now = new Map((final ?? []).map(({ id, text }) => [id, text]));
  for (const [id, texts] of shown) if (texts.size > 1 || (final && !texts.has(now.get(id) ?? ''))) verdict.ghosts += 1;
}

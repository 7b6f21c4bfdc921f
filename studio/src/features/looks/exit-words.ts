import type { LookTexts } from './texts.ts';

const NAMED = [
  'next',
  'else',
  'error',
  'timeout',
  'failed',
  'reply',
  'unknown',
  'other',
  'limit',
  'exhausted',
] as const;
type Named = (typeof NAMED)[number];

/** How an exit is called: by `caption`, the words of an option, a case or an intent, else by its own name. */
export function exitWords(t: LookTexts, { name, caption }: { name: string; caption: string | undefined }): string {
  if (caption !== undefined) return caption;
  return NAMED.includes(name as Named) ? t(`exit.${name as Named}`) : name.slice(name.indexOf(':') + 1);
}

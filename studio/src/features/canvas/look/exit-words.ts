import type { CardExit } from '../project/card.ts';
import type { CanvasTexts } from '../texts.ts';

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

/** How an exit is called. */
export function exitWords(t: CanvasTexts, { name, caption }: Pick<CardExit, 'name' | 'caption'>): string {
  if (caption !== undefined) return caption;
  return NAMED.includes(name as Named) ? t(`exit.${name as Named}`) : name.slice(name.indexOf(':') + 1);
}

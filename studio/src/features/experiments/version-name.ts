import type { Version } from './plan.ts';
import type { useTexts } from './texts.ts';

/** What a variant is called until somebody calls it otherwise. */
export function versionName(t: ReturnType<typeof useTexts>, { number, note }: Version): string {
  return note.trim().slice(0, 100) || t('versionNumber', { number });
}

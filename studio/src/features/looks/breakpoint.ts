import type { Breakpoint } from '@scenarium/engine';
import './breakpoint.css';
import type { LookTexts } from './texts.ts';

/** The classes of a breakpoint's dot. */
export function breakpointLook({ condition, isOff }: Breakpoint): string {
  return ['breakpoint', isOff ? 'is-off' : condition !== undefined && 'is-conditional'].filter(Boolean).join(' ');
}

/** What a breakpoint does. */
export function breakpointWords(t: LookTexts, { condition, isOff }: Breakpoint): string {
  if (isOff) return t('breakpoint.off');
  return condition === undefined ? t('breakpoint') : t('breakpoint.if', { condition });
}

import { fromIsoDuration } from '../durations.ts';
import type { BpmnElement } from '../moddle.ts';
import { bodyOf } from './foreign-texts.ts';
import type { Note } from './remarks.ts';

/** When a timer of another tool goes off, as a wait step says it. A cycle counts as its period; what is unreadable as one hour. */
export function readTimer(
  definition: BpmnElement,
  element: BpmnElement,
  note: Note,
): { for: string; until?: undefined } | { until: string; for?: undefined } {
  const date = bodyOf(definition.get('timeDate'));
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(date)) return { until: JSON.stringify(date) };
  const cycle = bodyOf(definition.get('timeCycle'));
  const text = bodyOf(definition.get('timeDuration')) || cycle.replace(/^R\d*\//, '');
  const read = fromIsoDuration(text.replaceAll(/^=?\s*"?|"$/g, ''));
  if (!read) {
    note('timer_unmapped', element, text || date || '—');
    return { for: '1h' };
  }
  if (!read.exact || cycle !== '') note('timer_approximate', element, text);
  return { for: read.duration };
}

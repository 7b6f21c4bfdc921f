import type { Act } from '@scenarium/engine';
import type { useTexts } from './texts.ts';

/** What somebody did, in a few words. */
export function actWords(act: Act | undefined, t: ReturnType<typeof useTexts>): string {
  switch (act?.kind) {
    case undefined:
      return t('began');
    case 'say':
      return act.option === undefined ? t('didSay', { text: act.text }) : t('didPress', { text: act.text });
    case 'advance':
      return t('didAdvance', { time: timeWords(act.milliseconds) });
    case 'emit':
      return t('didEmit', { name: act.name });
    case 'hand-back':
      return t('didHandBack');
    case 'answer':
      return 'output' in act.answer ? t('didAnswer') : t('didFail');
    case 'set':
      return t('didSet', { names: Object.keys(act.values).join(', ') });
    case 'go-on':
      return t('didGoOn');
  }
}

function timeWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

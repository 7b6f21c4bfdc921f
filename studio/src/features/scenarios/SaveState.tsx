import { useTexts } from './texts.ts';
import type { SaveState as State } from './use-draft.ts';

/** Is the draft safe? In words, told to screen readers too. */
export function SaveState({ state }: { state: State }) {
  const t = useTexts();
  const [words, look] = {
    saved: [t('saved'), 'good'],
    unsaved: [t('unsaved'), 'wait'],
    saving: [t('saving'), 'wait'],
    failed: [t('notSaved'), 'bad'],
    unreadable: [t('notReadable'), 'bad'],
  }[state];
  return (
    <span className={`status ${look}`} role="status">
      {words}
    </span>
  );
}

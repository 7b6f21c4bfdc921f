import { MessageOutlined } from '@ant-design/icons';
import { useCallback } from 'react';
import { useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';
import { useMarks } from './marks.ts';

/** How many threads of comments are open at a step; pressed, it shows them. */
export function ThreadBadge({ step }: { step: string }) {
  const t = useTexts();
  const session = useSessionIfAny();
  const count = useMarks(useCallback(({ threads }) => threads.get(step), [step]));
  if (count === undefined || !session) return null;
  const label = t('openThreads', { count });
  return (
    <button
      type="button"
      className="step-threads nodrag nopan"
      // The canvas is one stop of the Tab key.
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => session.showThreads(step)}
    >
      <MessageOutlined aria-hidden /> {count}
    </button>
  );
}

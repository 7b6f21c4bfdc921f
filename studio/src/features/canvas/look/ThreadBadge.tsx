import { MessageOutlined } from '@ant-design/icons';
import { useCallback } from 'react';
import { useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';
import { useMarks } from './marks.ts';

/** How many threads of comments are open at a step; pressed, it shows them. */
export function ThreadBadge({ step }: { step: string }) {
  const session = useSessionIfAny();
  const count = useMarks(useCallback(({ threads }) => threads.get(step), [step]));
  if (count === undefined || !session) return null;
  return <Badge count={count} onPress={() => session.showThreads(step)} />;
}

function Badge({ count, onPress }: { count: number; onPress(): void }) {
  const t = useTexts();
  const label = t('openThreads', { count });
  return (
    <button
      type="button"
      className="step-threads nodrag nopan"
      // The canvas is one stop of the Tab key.
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <MessageOutlined aria-hidden /> {count}
    </button>
  );
}

import { MessageOutlined } from '@ant-design/icons';
import { useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';

/** How many threads of comments are open at a step; pressed, it shows them. */
export function ThreadBadge({ step, count }: { step: string; count: number }) {
  const t = useTexts();
  const session = useSessionIfAny();
  const label = t('openThreads', { count });
  return (
    <button
      type="button"
      className="threads-badge nodrag nopan"
      // The canvas is one stop of the Tab key.
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => session?.showThreads(step)}
    >
      <MessageOutlined aria-hidden /> {count}
    </button>
  );
}

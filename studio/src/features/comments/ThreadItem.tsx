import { CheckOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { ago } from '../../i18n/formats.ts';
import { useTell } from '../../ui/use-tell.ts';
import { useEditor } from '../scenarios/editor.ts';
import { CommentItem } from './CommentItem.tsx';
import { Composer } from './Composer.tsx';
import { ThreadPlace } from './ThreadPlace.tsx';
import { useTexts } from './texts.ts';
import { STALE, type Thread } from './use-threads.ts';

interface ThreadItemProps {
  thread: Thread;
  /** Is it said which step it is about? */
  withPlace: boolean;
  /** It was resolved or opened again, and is in this list no longer. */
  onGone(): void;
}

/** A comment with its answers, and what can be done with it. */
export function ThreadItem({ thread, withPlace, onGone }: ThreadItemProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const { resolved, comments } = thread;
  return (
    <li className="thread">
      {withPlace && <ThreadPlace thread={thread} />}
      <ol>
        {comments.map((comment) => (
          <CommentItem key={comment.id} thread={thread} comment={comment} />
        ))}
      </ol>
      {resolved && <p className="soft">{t('resolvedBy', { name: resolved.by.name, ago: ago(resolved.at) })}</p>}
      {!readOnly && <ThreadFoot thread={thread} onGone={onGone} />}
    </li>
  );
}

function ThreadFoot({ thread, onGone }: Pick<ThreadItemProps, 'thread' | 'onGone'>) {
  const t = useTexts();
  const tell = useTell();
  const { discussion } = useEditor();
  const add = useWrite('addComment', STALE);
  const resolve = useWrite('resolveThread', STALE);
  const place = `answer ${thread.id}`;
  const [isAnswering, setAnswering] = useState(discussion.unsent.has(place));
  const button = useRef<HTMLButtonElement>(null);
  const params = { id: discussion.scenario, thread: thread.id };
  const next = thread.status === 'open' ? 'resolved' : 'open';

  return (
    <>
      {isAnswering && (
        <Composer
          autoFocus
          place={place}
          label={t('answerTo', { name: thread.comments[0]?.author.name ?? '' })}
          placeholder={t('answerPlaceholder')}
          action={t('answer')}
          send={(body) => add.mutateAsync({ params, body })}
          onLeave={() => {
            setAnswering(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
      <div className="row">
        {!isAnswering && (
          <Button ref={button} type="text" size="small" onClick={() => setAnswering(true)}>
            {t('answer')}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          icon={next === 'resolved' ? <CheckOutlined /> : <UndoOutlined />}
          loading={resolve.isPending}
          onClick={() =>
            resolve.mutate({ params, body: { status: next } }, { onSuccess: onGone, onError: tell.failed })
          }
        >
          {t(next === 'resolved' ? 'resolve' : 'reopen')}
        </Button>
      </div>
    </>
  );
}

import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { session } from '../../api/session.ts';
import { useWrite } from '../../api/use-write.ts';
import { ago, dateTime } from '../../i18n/formats.ts';
import { takeKey } from '../../ui/take-key.ts';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { useEditor } from '../scenarios/editor.ts';
import { Composer } from './Composer.tsx';
import { CommentText } from './CommentText.tsx';
import { useTexts } from './texts.ts';
import { STALE, type Comment, type Thread } from './use-threads.ts';

/** One comment: who said it, when and what. Whoever wrote it may change it. */
export function CommentItem({ thread, comment }: { thread: Thread; comment: Comment }) {
  const t = useTexts();
  const { readOnly, discussion } = useEditor();
  const edit = useWrite('editComment', STALE);
  const { id, author, at, editedAt } = comment;
  const place = `edit ${id}`;
  const [isEditing, setEditing] = useState(discussion.unsent.has(place));

  function leave(): void {
    discussion.unsent.delete(place);
    setEditing(false);
  }

  return (
    <li className="comment">
      <header>
        <b>{author.name}</b>
        <time dateTime={at} title={dateTime(at)}>
          {ago(at)}
        </time>
        {editedAt && <span title={dateTime(editedAt)}>· {t('edited')}</span>}
        {!readOnly && <CommentMenu thread={thread} comment={comment} onEdit={() => setEditing(true)} />}
      </header>
      {isEditing ? (
        <Composer
          autoFocus
          place={place}
          label={t('editOf')}
          action={t('save')}
          now={comment}
          send={async ({ text }) => {
            const params = { id: discussion.scenario, thread: thread.id, comment: id };
            await edit.mutateAsync({ params, body: { text } });
            setEditing(false);
          }}
          onLeave={leave}
        />
      ) : (
        <CommentText comment={comment} />
      )}
    </li>
  );
}

function CommentMenu({ thread, comment, onEdit }: { thread: Thread; comment: Comment; onEdit(): void }) {
  const t = useTexts();
  const { scenario } = useEditor().discussion;
  const now = session.use();
  const confirmDelete = useConfirmDelete();
  const remove = useWrite('removeComment', STALE);
  const isMine = 'who' in now && now.who.user.id === comment.author.id;
  const answers = thread.comments[0]?.id === comment.id ? thread.comments.length - 1 : 0;
  const items = [
    ...(isMine ? [{ key: 'edit', label: t('edit') }] : []),
    { key: 'delete', label: t('delete'), danger: true },
  ];

  function confirm(): void {
    confirmDelete({
      title: t(answers > 0 ? 'deleteThread' : 'deleteComment'),
      meaning: answers > 0 ? t('deleteThreadMeaning', { count: answers }) : t('deleteCommentMeaning'),
      remove: () => remove.mutateAsync({ params: { id: scenario, thread: thread.id, comment: comment.id } }),
    });
  }

  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        items,
        onClick(info) {
          takeKey(info);
          if (info.key === 'edit') onEdit();
          else confirm();
        },
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<MoreOutlined />}
        aria-label={t('more', { name: comment.author.name })}
        className="comment-menu"
      />
    </Dropdown>
  );
}

import { Segmented } from 'antd';
import { memo, type ReactNode } from 'react';
import { CommentsPanel } from '../comments/CommentsPanel.tsx';
import { Inspector } from './Inspector.tsx';
import { useEditor } from '../scenarios/editor.ts';
import { useTexts } from './texts.ts';

/** Beside what is drawn: the form of the chosen step, the chat, which goes on while it is not in sight, and comments. */
export const SideBar = memo(function SideBar({ chat }: { chat: ReactNode }) {
  const t = useTexts();
  const { side, discussion } = useEditor();
  const shown = side.use();
  const open = discussion.open.use();
  const count = open > 0 && <span className="side-count">{open}</span>;
  const parts = [
    { key: 'step', label: t('side.step'), content: <Inspector /> },
    { key: 'chat', label: t('side.chat'), content: chat },
    {
      key: 'comments',
      label: (
        <>
          {t('side.comments')} {count}
        </>
      ),
      content: shown === 'comments' && <CommentsPanel />,
    },
  ] as const;
  return (
    <aside className="side-bar" aria-label={t('sideBar')}>
      <Segmented
        block
        aria-label={t('sideBar')}
        value={shown}
        options={parts.map(({ key, label }) => ({ value: key, label }))}
        onChange={(key) => side.set(key)}
      />
      {parts.map(({ key, content }) => (
        <div key={key} className="side-bar-part" hidden={key !== shown}>
          {content}
        </div>
      ))}
    </aside>
  );
});

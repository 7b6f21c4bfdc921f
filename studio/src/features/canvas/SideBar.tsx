import { Segmented } from 'antd';
import { memo, type ReactNode } from 'react';
import { Inspector } from './inspector/Inspector.tsx';
import { useSession } from './session.ts';
import { useTexts } from './texts.ts';

/** Beside the canvas: the form of the chosen step, and the chat, which goes on while it is not in sight. */
export const SideBar = memo(function SideBar({ chat }: { chat: ReactNode }) {
  const t = useTexts();
  const { side } = useSession();
  const shown = side.use();
  const parts = [
    { key: 'step', label: t('side.step'), content: <Inspector /> },
    { key: 'chat', label: t('side.chat'), content: chat },
  ];
  return (
    <aside className="graph-side" aria-label={t('sideBar')}>
      <Segmented
        block
        aria-label={t('sideBar')}
        value={shown}
        options={parts.map(({ key, label }) => ({ value: key, label }))}
        onChange={(key) => side.set(key)}
      />
      {parts.map(({ key, content }) => (
        <div key={key} className="graph-side-part" hidden={key !== shown}>
          {content}
        </div>
      ))}
    </aside>
  );
});

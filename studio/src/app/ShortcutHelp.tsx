import { Modal } from 'antd';
import { dialogs } from './dialogs.ts';
import { pageCommands } from './page-commands.ts';
import { places } from './places.tsx';
import { useTexts } from './texts.ts';

/** The keys that do something, opened by `?`. */
export function ShortcutHelp() {
  const t = useTexts();
  const ofPage = pageCommands.use();
  const isOpen = dialogs.use() === 'shortcuts';
  const rows: [keys: string[], meaning: string][] = [
    [['Ctrl', 'K'], t('shortcutPalette')],
    [['?'], t('shortcutHelp')],
    ...places.map(({ key, letter }): [string[], string] => [['g', letter], t('shortcutGo', { place: t(key) })]),
    [['Ctrl', 'S'], t('shortcutSave')],
    [['F8'], t('shortcutLint')],
    ...(isOpen ? ofPage() : []).flatMap(({ keys, label }): [string[], string][] => (keys ? [[[keys], label]] : [])),
  ];
  return (
    <Modal open={isOpen} title={t('shortcuts')} footer={null} onCancel={() => dialogs.set('none')}>
      <dl className="shortcuts">
        {rows.map(([keys, meaning]) => (
          <div key={keys.join()}>
            <dt>{meaning}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

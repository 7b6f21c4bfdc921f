import { Modal } from 'antd';
import { dialogs } from './dialogs.ts';
import { places } from './places.tsx';
import { useTexts } from './texts.ts';

/** The keys that do something, opened by `?`. */
export function ShortcutHelp() {
  const t = useTexts();
  const rows: [keys: string[], meaning: string][] = [
    [['Ctrl', 'K'], t('shortcutPalette')],
    [['?'], t('shortcutHelp')],
    ...places.map(({ key, letter }): [string[], string] => [['g', letter], t('shortcutGo', { place: t(key) })]),
    [['Ctrl', 'S'], t('shortcutSave')],
    [['F8'], t('shortcutLint')],
  ];
  return (
    <Modal
      open={dialogs.use() === 'shortcuts'}
      title={t('shortcuts')}
      footer={null}
      onCancel={() => dialogs.set('none')}
    >
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

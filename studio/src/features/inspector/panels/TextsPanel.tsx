import { TableOutlined } from '@ant-design/icons';
import { Button, Modal, Progress } from 'antd';
import { useMemo, useState } from 'react';
import { cleanUpTexts } from '../../../document/index.ts';
import { usePart } from '../document-hooks.ts';
import { languageName } from '../model/language-name.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { completeness, textIds } from './completeness.ts';
import { TextsTable } from './TextsTable.tsx';
import { useTexts } from './texts.ts';

/** How far each language is, and the table of all texts. */
export function TextsPanel() {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const locales = usePart(({ scenario }) => scenario.locales);
  const messages = usePart(({ scenario }) => scenario.messages);
  const steps = usePart(({ scenario }) => scenario.steps);
  const { all, missing } = useMemo(() => completeness(locales, messages), [locales, messages]);
  const unused = useMemo(
    () => textIds(locales, messages).filter((id) => store.index.speakersOf(id).size === 0),
    [store, locales, messages, steps],
  );
  return (
    <div className="fields">
      <p className="field-help">{t('texts.help')}</p>
      {locales.map((locale) => {
        const done = all - (missing[locale] ?? 0);
        return (
          <div key={locale}>
            <div className="row apart">
              <span>
                {languageName(locale)} <code>{locale}</code>
              </span>
              <span className={missing[locale] ? 'is-warning' : 'soft'}>{t('written', { done, all })}</span>
            </div>
            <Progress
              percent={all === 0 ? 100 : Math.floor((done / all) * 100)}
              showInfo={false}
              size="small"
              aria-label={languageName(locale)}
            />
          </div>
        );
      })}
      <Button icon={<TableOutlined />} onClick={() => setOpen(true)}>
        {t('openTable')}
      </Button>
      {unused.length > 0 && !readOnly && (
        <div className="row apart">
          <span className="is-warning">{t('unusedTexts', { count: unused.length })}</span>
          <Button size="small" onClick={() => execute(cleanUpTexts())}>
            {t('cleanUp')}
          </Button>
        </div>
      )}
      <Modal
        open={isOpen}
        title={t('texts')}
        width="min(1240px, 94vw)"
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <TextsTable onLeave={() => setOpen(false)} />
      </Modal>
    </div>
  );
}

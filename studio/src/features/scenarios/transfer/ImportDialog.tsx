import { Alert, Modal } from 'antd';
import { rewrite } from '../../../document/index.ts';
import { inLanguage } from '../../../i18n/in-language.ts';
import { useTell } from '../../../ui/use-tell.ts';
import { useTexts } from '../texts.ts';
import type { Draft } from '../use-draft.ts';
import type { Reading, Remark } from './formats.ts';

interface ImportDialogProps {
  name: string;
  reading: Reading;
  draft: Draft;
  onClose(): void;
}

const ORDER = ['error', 'warning', 'info'];

/** What a file would become, and what of it could not be mapped; only then does it take the draft's place, as one step of undo. */
export function ImportDialog({ name, reading: { scenario, remarks }, draft, onClose }: ImportDialogProps) {
  const t = useTexts();
  const tell = useTell();

  function take(): void {
    if (!scenario) return;
    const outcome = draft.store.execute(rewrite({ scenario: { ...scenario, id: draft.store.get().id }, as: 'import' }));
    if (!outcome.ok) return tell.failed(new Error(inLanguage({ ...outcome.problem.message })));
    draft.forget();
    onClose();
  }

  return (
    <Modal
      open
      title={scenario ? t('importTitle', { name }) : t('importFailed', { name })}
      okText={t('importNow')}
      okButtonProps={{ disabled: !scenario }}
      cancelText={t('cancel')}
      onOk={take}
      onCancel={onClose}
    >
      {scenario && <p>{t('importText', { steps: scenario.steps.length, flows: scenario.flows.length })}</p>}
      {scenario && remarks.length > 0 && (
        <Alert type="warning" showIcon title={t('importRemarks', { count: remarks.length })} />
      )}
      <RemarkList remarks={remarks} />
    </Modal>
  );
}

function RemarkList({ remarks }: { remarks: readonly Remark[] }) {
  const t = useTexts();
  if (remarks.length === 0) return null;
  const sorted = remarks.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul className="remarks" aria-label={t('remarks')} tabIndex={0}>
      {sorted.map(({ severity, message, hint }, i) => (
        <li key={i}>
          <span className={`is-${severity}`} aria-hidden>
            ●
          </span>{' '}
          {inLanguage({ ...message })}
          <small>{inLanguage({ ...hint })}</small>
        </li>
      ))}
    </ul>
  );
}

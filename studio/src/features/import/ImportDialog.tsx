import type { ScenarioImport } from '@scenarium/language';
import { Alert, Button, Modal, Spin, Tag, Typography } from 'antd';
import { useState } from 'react';
import { inLanguage } from '../../i18n/in-language.ts';
import { FileInput } from './FileInput.tsx';
import { ImportForm } from './ImportForm.tsx';
import type { ChosenFile } from './read-import.ts';
import { ReportTable } from './ReportTable.tsx';
import { useTexts } from './texts.ts';
import { usePreview } from './use-preview.ts';

const NONE: ChosenFile = { text: '' };

/** A file becomes a scenario: first it is shown what becomes of every node of it. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const t = useTexts();
  const [file, setFile] = useState(NONE);
  const preview = usePreview(file);
  return (
    <Modal open title={t('title')} width={1_040} footer={null} onCancel={onClose}>
      {file.text.trim() === '' ? (
        <FileInput onFile={setFile} />
      ) : preview ? (
        <div className="stack">
          <Recognised preview={preview} onAgain={() => setFile(NONE)} />
          {preview.scenario ? (
            <>
              <Typography.Title level={3}>{t('report')}</Typography.Title>
              <ReportTable report={preview.report} />
              <ImportForm text={file.text} name={preview.scenario.name} />
            </>
          ) : (
            <Problems preview={preview} />
          )}
        </div>
      ) : (
        <Spin description={t('reading')}>
          <div style={{ height: 160 }} />
        </Spin>
      )}
    </Modal>
  );
}

function Recognised({ preview: { report, scenario }, onAgain }: { preview: ScenarioImport; onAgain(): void }) {
  const t = useTexts();
  return (
    <div className="row">
      {report.format && (
        <span>
          {t('recognised')}: <Tag color="blue">{t(report.format)}</Tag>
        </span>
      )}
      <span className="grow">{scenario && `${scenario.name} · ${t('steps', { count: scenario.steps.length })}`}</span>
      <Button onClick={onAgain}>{t('otherFile')}</Button>
    </div>
  );
}

function Problems({ preview: { report } }: { preview: ScenarioImport }) {
  const t = useTexts();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('notImported')}
      description={report.problems.slice(0, 20).map(({ message, hint, place }, i) => (
        <div key={i}>
          {place.line !== undefined && `${place.line}:${place.column} `}
          {inLanguage({ ...message })}. {inLanguage({ ...hint })}.
        </div>
      ))}
    />
  );
}

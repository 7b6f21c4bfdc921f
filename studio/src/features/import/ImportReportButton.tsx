import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { ago } from '../../i18n/formats.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ReportTable } from './ReportTable.tsx';
import { useTexts } from './texts.ts';

/** Opens what became of the file that a scenario was imported from. */
export function ImportReportButton({ scenario }: { scenario: string }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const imported = useRead('getImport', { params: { id: scenario } }, { enabled: isOpen });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('kept')}</Button>
      <Modal
        open={isOpen}
        title={t('kept')}
        width={1_040}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        {isOpen && (
          <Loaded of={imported}>
            {({ at, report }) => (
              <div className="stack tight">
                <p className="soft">
                  {t('keptWhen', { when: ago(at) })}
                  {report.format && ` · ${t(report.format)}`}
                </p>
                <ReportTable report={report} />
              </div>
            )}
          </Loaded>
        )}
      </Modal>
    </>
  );
}

import { Button, Progress, Table } from 'antd';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { ago, count, fileSize } from '../../i18n/formats.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { useTell } from '../../ui/use-tell.ts';
import { useTexts } from './texts.ts';
import { UploadArea } from './UploadArea.tsx';

type Document = Answer<'listDocuments'>['documents'][number];

const LOOKS = { queued: 'wait', reading: 'wait', ready: 'good', failed: 'bad' } as const;
const BUSY_MS = 1_000;

export function Documents({ base, canWrite }: { base: string; canWrite: boolean }) {
  const t = useTexts();
  const tell = useTell();
  const confirmDelete = useConfirmDelete();
  const again = useWrite('repeatImport', ['listDocuments']);
  const remove = useWrite('removeDocument', ['listDocuments']);
  const documents = useRead(
    'listDocuments',
    { params: { base } },
    { every: (known) => (isBusy(known) ? BUSY_MS : 30_000) },
  );
  return (
    <div className="stack">
      {canWrite && <UploadArea base={base} />}
      <Loaded of={documents}>
        {({ documents: list }) => (
          <Table<Document>
            className="panel"
            size="middle"
            rowKey="id"
            scroll={{ x: 'max-content' }}
            pagination={list.length > 50 && { pageSize: 50 }}
            dataSource={list}
            locale={{ emptyText: <span className="soft">{t('noDocuments')}</span> }}
            columns={[
              {
                title: t('document'),
                key: 'name',
                render: (_, { title, name, url }) => (
                  <>
                    {title || name}
                    <div className="soft">{url ?? name}</div>
                  </>
                ),
              },
              { title: t('status'), key: 'status', render: (_, document) => <Status document={document} /> },
              { title: t('chunks'), key: 'chunks', align: 'right', render: (_, { chunks }) => count(chunks) },
              { title: t('size'), key: 'size', align: 'right', render: (_, { size }) => fileSize(size) },
              { title: t('changed'), key: 'changed', render: (_, { updatedAt }) => ago(updatedAt) },
              {
                key: 'do',
                align: 'right',
                render: (_, { id, name }) =>
                  canWrite && (
                    <span className="row" style={{ flexWrap: 'nowrap' }}>
                      <Button
                        size="small"
                        onClick={() => again.mutate({ params: { base, id } }, { onError: tell.failed })}
                      >
                        {t('again')}
                      </Button>
                      <Button
                        size="small"
                        danger
                        onClick={() =>
                          confirmDelete({
                            title: t('removeTitle', { name }),
                            meaning: t('removeMeaning'),
                            remove: () => remove.mutateAsync({ params: { base, id } }),
                          })
                        }
                      >
                        {t('remove')}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </div>
  );
}

const isBusy = (known: Answer<'listDocuments'> | undefined): boolean =>
  known?.documents.some(({ status }) => status === 'queued' || status === 'reading') ?? false;

/** How far the import is; where it failed, why, and what to do. */
function Status({ document: { status, progress, problem } }: { document: Document }) {
  const t = useTexts();
  return (
    <>
      <span className={`status ${LOOKS[status]}`}>{t(status)}</span>
      {status === 'reading' && progress.total > 0 && (
        <Progress size="small" aria-label={t('reading')} percent={Math.round((progress.done / progress.total) * 100)} />
      )}
      {problem && (
        <div className="narrow">
          {inLanguage(problem.message)} <span className="soft">{inLanguage(problem.next)}</span>
        </div>
      )}
    </>
  );
}

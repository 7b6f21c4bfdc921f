import { Button } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { dateTime } from '../../i18n/formats.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { QualityFacts } from './QualityFacts.tsx';
import { useTexts } from './texts.ts';

/** Reads all documents again, and reports what that changed. */
export function Reindexings({ base, canWrite }: { base: string; canWrite: boolean }) {
  const t = useTexts();
  const tell = useTell();
  const begin = useWrite('reindexKnowledge', ['listReindexings', 'listDocuments']);
  const reports = useRead(
    'listReindexings',
    { params: { base } },
    { every: (known) => (known?.reports.some(({ status }) => status === 'running') ? 1_500 : false) },
  );
  return (
    <section className="panel padded">
      <div className="row apart">
        <h3 style={{ margin: 0 }}>{t('reports')}</h3>
        {canWrite && (
          <Button
            loading={begin.isPending}
            onClick={() => begin.mutate({ params: { base } }, { onError: tell.failed })}
          >
            {t('reindex')}
          </Button>
        )}
      </div>
      <Loaded of={reports} rows={2}>
        {({ reports: list }) => (
          <>
            {list.length === 0 && <p className="soft">{t('noReports')}</p>}
            {list.map(({ id, status, before, after, lost, createdAt }) => (
              <article key={id}>
                <p>
                  <strong>{dateTime(createdAt)}</strong> <span className="soft">{t(status)}</span>
                </p>
                <div className="split">
                  <div>
                    {t('before')}
                    <QualityFacts quality={before} />
                  </div>
                  {after && (
                    <div>
                      {t('after')}
                      <QualityFacts quality={after} />
                    </div>
                  )}
                </div>
                {lost.length > 0 && (
                  <p className="is-error">
                    {t('lost')}: {lost.join('; ')}
                  </p>
                )}
              </article>
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}

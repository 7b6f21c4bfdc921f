import { Button } from 'antd';
import { useWrite } from '../../api/use-write.ts';
import { count } from '../../i18n/formats.ts';
import { errorWords } from '../../ui/error-words.ts';
import { useTell } from '../../ui/use-tell.ts';
import { useTexts } from './texts.ts';

/** Asks the service behind a connection how it is. */
export function HealthCheck({ connection }: { connection: string }) {
  const t = useTexts();
  const tell = useTell();
  const { mutate, data, isPending } = useWrite('checkConnection');
  return (
    <span className="row">
      <Button
        size="small"
        loading={isPending}
        onClick={() => mutate({ params: { id: connection } }, { onError: tell.failed })}
      >
        {t('check')}
      </Button>
      {data && (
        <span className={data.ok ? 'status good' : 'status bad'} role="status">
          {data.ok ? t('well', { ms: count(data.ms) }) : t('ill', { message: errorWords(data) })}
        </span>
      )}
    </span>
  );
}

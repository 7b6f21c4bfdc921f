import { Alert, Button } from 'antd';
import { serverAway } from '../api/server-state.ts';
import { useTexts } from '../ui/texts.ts';
import { probe } from './query-client.ts';

/** Stands above the page while the server does not answer. */
export function ServerAway() {
  const t = useTexts();
  if (!serverAway.use()) return null;
  return (
    <Alert
      banner
      type="warning"
      role="status"
      title={t('away')}
      description={t('awayNext')}
      action={
        <Button size="small" onClick={() => void probe()}>
          {t('retry')}
        </Button>
      }
    />
  );
}

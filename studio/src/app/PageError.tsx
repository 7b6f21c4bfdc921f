import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { JsonBlock } from '../ui/JsonBlock.tsx';
import { useTexts } from './texts.ts';

/** Stands where a page broke; the rest of the studio goes on. */
export function PageError() {
  const t = useTexts();
  const error = useRouteError() as Error;
  // A file of a page that was replaced by an update.
  const isUpdate = /dynamically imported module|Importing a module script/.test(error.message);
  return (
    <EmptyState
      icon={<WarningOutlined />}
      title={t('crashed')}
      action={
        <>
          {!isUpdate && <JsonBlock value={error.stack ?? error.message} label={t('crashed')} />}
          <Button type="primary" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </>
      }
    >
      {isUpdate ? t('newVersion') : t('crashedText')}
    </EmptyState>
  );
}

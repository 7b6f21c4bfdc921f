import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useTexts } from './texts.ts';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }));

/** Opens the import, which has an address of its own: `?import`. Nothing for people who may not change scenarios. */
export function ImportButton() {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  if (!useCan('scenarios:write')) return null;
  return (
    <>
      <Button icon={<ImportOutlined />} onClick={() => setSearch({ import: '1' }, { replace: true })}>
        {t('import')}
      </Button>
      <Suspense fallback={null}>
        {search.has('import') && <ImportDialog onClose={() => setSearch({}, { replace: true })} />}
      </Suspense>
    </>
  );
}

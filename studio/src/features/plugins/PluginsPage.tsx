import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ActionBench } from './ActionBench.tsx';
import { Catalogue } from './Catalogue.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { useTexts } from './texts.ts';

export function PluginsPage() {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const canWrite = useCan('connections:write');
  const plugins = useRead('listPlugins', {}, { every: 30_000 });
  const open = (tab: string): void => setSearch({ tab }, { replace: true });
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Loaded of={plugins}>
        {({ plugins: list }) => (
          <Tabs
            activeKey={search.get('tab') ?? 'connections'}
            onChange={open}
            items={[
              {
                key: 'connections',
                label: t('connections'),
                children: <ConnectionList plugins={list} canWrite={canWrite} onCatalogue={() => open('catalogue')} />,
              },
              { key: 'catalogue', label: t('catalogue'), children: <Catalogue plugins={list} canWrite={canWrite} /> },
              ...(canWrite ? [{ key: 'bench', label: t('bench'), children: <ActionBench plugins={list} /> }] : []),
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

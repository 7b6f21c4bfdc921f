import { Alert } from 'antd';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ModelSettings } from './ModelSettings.tsx';
import { ModelUsage } from './ModelUsage.tsx';
import { useModelConnections } from './use-model-connections.ts';
import { useTexts } from './texts.ts';

export function ModelsPage() {
  const t = useTexts();
  const settings = useRead('getModelSettings', {});
  const connections = useModelConnections();
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Loaded of={settings}>
        {(found) => (
          <div className="stack">
            {connections?.length === 0 && (
              <Alert
                type="info"
                showIcon
                title={t('noModels')}
                description={t('noModelsText')}
                action={<Link to="/plugins?tab=catalogue">{t('toPlugins')}</Link>}
              />
            )}
            <div className="split">
              <ModelSettings settings={found} connections={connections ?? []} />
              <ModelUsage budget={found.budget} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}

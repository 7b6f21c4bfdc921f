import { Button, Tabs } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ChannelList } from '../channels/ChannelList.tsx';
import { AgentExperiments } from '../experiments/AgentExperiments.tsx';
import { AgentMenu } from './AgentMenu.tsx';
import { AgentOverview } from './AgentOverview.tsx';
import { AgentSettings } from './AgentSettings.tsx';
import { AgentStatus } from './AgentStatus.tsx';
import { AgentVersions } from './AgentVersions.tsx';
import { useTexts } from './texts.ts';

export function AgentPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const canSeeChannels = useCan('channels:read');
  const agent = useRead('getAgent', { params: { id } });
  return (
    <Loaded of={agent}>
      {(found) => (
        <>
          <PageHeader
            title={found.name}
            hint={
              <span className="row">
                <AgentStatus agent={found} /> <code>{found.slug}</code>
              </span>
            }
            actions={
              <>
                {found.version && found.web && (
                  <Button href={`/chat/${found.id}`} target="_blank">
                    {t('chat')}
                  </Button>
                )}
                {found.scenario && (
                  <Link to={`/scenarios/${found.scenario}?agent=${found.id}`}>
                    <Button type="primary" tabIndex={-1}>
                      {t('editScenario')}
                    </Button>
                  </Link>
                )}
                <AgentMenu agent={found} />
              </>
            }
          />
          <Tabs
            activeKey={search.get('tab') ?? 'overview'}
            onChange={(tab) => setSearch({ tab }, { replace: true })}
            items={[
              { key: 'overview', label: t('overview'), children: <AgentOverview agent={found} /> },
              { key: 'versions', label: t('versions'), children: <AgentVersions agent={found} /> },
              ...(canSeeChannels
                ? [{ key: 'channels', label: t('channels'), children: <ChannelList agent={found.id} /> }]
                : []),
              { key: 'experiments', label: t('experiments'), children: <AgentExperiments agent={found} /> },
              { key: 'settings', label: t('settings'), children: <AgentSettings key={found.id} agent={found} /> },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

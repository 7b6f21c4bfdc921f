import { AppstoreOutlined, PlusOutlined, RobotOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AgentGroups } from './AgentGroups.tsx';
import { AgentTable } from './AgentTable.tsx';
import { chooseAgents, type Choice } from './choose-agents.ts';
import { TemplateGallery } from './TemplateGallery.tsx';
import { useTexts } from './texts.ts';
import { useAskName } from './use-block-actions.tsx';

const EVERY_MS = 15_000;
const ALL: Choice = { query: '', status: 'all', sort: 'name' };

export function AgentsPage() {
  const t = useTexts();
  const canWrite = useCan('agents:write');
  const [search, setSearch] = useSearchParams();
  const [choice, setChoice] = useState(ALL);
  const [view, setView] = useState(localStorage.getItem('scenarium.agents') ?? 'cards');
  const agents = useRead('listAgents', {}, { every: EVERY_MS });
  const { data: blocks } = useRead('listBlocks', {});
  const { data: live } = useRead(
    'countLiveConversations',
    {},
    { every: EVERY_MS, enabled: useCan('conversations:read'), live: 'conversations' },
  );
  const createBlock = useWrite('createBlock', ['listBlocks']);
  const askName = useAskName();
  const liveOf = (id: string): number => live?.agents.find(({ agent }) => agent === id)?.live ?? 0;
  const change = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });
  const gallery = (open: boolean): void => setSearch(open ? { new: '1' } : {}, { replace: true });

  const create = canWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => gallery(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            {canWrite && (
              <Button onClick={() => askName('', (name) => createBlock.mutateAsync({ body: { name } }))}>
                {t('newBlock')}
              </Button>
            )}
            {create}
          </>
        }
      />
      <Loaded of={agents}>
        {({ agents: all }) => {
          if (all.length === 0)
            return (
              <EmptyState icon={<RobotOutlined />} title={t('emptyTitle')} action={create}>
                {t('emptyText')}
              </EmptyState>
            );
          const chosen = chooseAgents(all, choice, liveOf);
          return (
            <>
              <div className="toolbar">
                <Input.Search
                  allowClear
                  className="grow narrow"
                  placeholder={t('search')}
                  aria-label={t('search')}
                  value={choice.query}
                  onChange={({ target }) => change({ query: target.value })}
                />
                <Segmented
                  value={choice.status}
                  aria-label={t('status')}
                  options={(['all', 'answering', 'silent'] as const).map((value) => ({ value, label: t(value) }))}
                  onChange={(status) => change({ status })}
                />
                <Select
                  value={choice.sort}
                  aria-label={t('sort')}
                  popupMatchSelectWidth={false}
                  options={[
                    { value: 'name' as const, label: t('byName') },
                    { value: 'change' as const, label: t('byChange') },
                    { value: 'live' as const, label: t('byLive') },
                  ]}
                  onChange={(sort) => change({ sort })}
                />
                <Segmented
                  value={view}
                  aria-label={t('view')}
                  options={[
                    { value: 'cards', icon: <AppstoreOutlined />, title: t('cards') },
                    { value: 'list', icon: <UnorderedListOutlined />, title: t('list') },
                  ]}
                  onChange={(next) => {
                    localStorage.setItem('scenarium.agents', next);
                    setView(next);
                  }}
                />
              </div>
              {chosen.length === 0 ? (
                <EmptyState
                  title={t('nothingTitle')}
                  action={<Button onClick={() => setChoice(ALL)}>{t('clear')}</Button>}
                >
                  {t('nothingText')}
                </EmptyState>
              ) : view === 'list' ? (
                <AgentTable agents={chosen} liveOf={liveOf} blocks={blocks?.blocks ?? []} />
              ) : (
                <AgentGroups agents={chosen} liveOf={liveOf} blocks={blocks?.blocks ?? []} canWrite={canWrite} />
              )}
            </>
          );
        }}
      </Loaded>
      {search.has('new') && canWrite && <TemplateGallery onClose={() => gallery(false)} />}
    </>
  );
}

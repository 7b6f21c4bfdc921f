import { MessageOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Answer } from '../../api/send.ts';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { ago } from '../../i18n/formats.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useChannelName } from '../channels/use-channel-name.ts';
import { useTexts } from './texts.ts';

type Conversation = Answer<'listConversations'>['conversations'][number];

const EVERY_MS = 4_000;
const PAGE = 50;
const MOST = 200;

export function ConversationsPage() {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const [limit, setLimit] = useState(PAGE);
  const agent = search.get('agent') ?? undefined;
  const status = search.get('status') === 'open' || search.get('status') === 'closed' ? search.get('status') : null;
  const query = { limit, ...(agent && { agent }), ...(status && { status: status as 'open' | 'closed' }) };
  const conversations = useRead('listConversations', { query }, { every: EVERY_MS, live: 'conversations' });
  const { data: agents } = useRead('listAgents', {}, { enabled: useCan('agents:read') });
  const channelName = useChannelName();
  const { data: tickets } = useRead('listTickets', {}, { every: EVERY_MS, live: 'conversations' });
  const nameOf = (id: string): string => agents?.agents.find((one) => one.id === id)?.name ?? t('gone');
  const waits = new Set(
    tickets?.tickets.filter((one) => one.status === 'open').map(({ conversation }) => conversation),
  );
  const filter = (name: string, value: string | null): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <div className="toolbar">
        <Segmented
          aria-label={t('status')}
          value={status ?? 'all'}
          options={(['all', 'open', 'closed'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => filter('status', value === 'all' ? null : value)}
        />
        <Select
          style={{ minWidth: 220 }}
          aria-label={t('agent')}
          value={agent ?? ''}
          options={[
            { value: '', label: t('allAgents') },
            ...(agents?.agents ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => filter('agent', value)}
        />
      </div>
      <Loaded of={conversations}>
        {({ conversations: list }) =>
          list.length === 0 ? (
            <EmptyState
              icon={<MessageOutlined />}
              title={t('emptyTitle')}
              action={<Link to="/agents">{t('toAgents')}</Link>}
            >
              {t('emptyText')}
            </EmptyState>
          ) : (
            <>
              <Table<Conversation>
                className="panel"
                size="middle"
                rowKey="id"
                pagination={false}
                scroll={{ x: 'max-content' }}
                dataSource={list}
                columns={[
                  {
                    title: t('conversation'),
                    key: 'id',
                    render: (_, { id }) => (
                      <Link to={`/conversations/${id}`}>
                        <code>…{id.slice(-8)}</code>
                      </Link>
                    ),
                  },
                  { title: t('agent'), key: 'agent', render: (_, one) => nameOf(one.agent) },
                  {
                    title: t('status'),
                    key: 'status',
                    render: (_, one) =>
                      waits.has(one.id) ? (
                        <Tag color="warning">{t('waiting')}</Tag>
                      ) : (
                        <span className={one.status === 'open' ? 'status good' : 'status'}>
                          {t(one.status === 'open' ? 'isOpen' : 'isClosed')}
                        </span>
                      ),
                  },
                  { title: t('outcome'), key: 'outcome', render: (_, { outcome }) => outcome ?? '' },
                  { title: t('step'), key: 'step', render: (_, { steps }) => <code>{steps.join(', ')}</code> },
                  { title: t('channel'), key: 'channel', render: (_, { channel }) => channelName(channel) },
                  { title: t('language'), dataIndex: 'locale' },
                  { title: t('last'), key: 'last', render: (_, { updatedAt }) => ago(updatedAt) },
                ]}
              />
              {list.length === limit && limit < MOST && (
                <Button type="link" onClick={() => setLimit(MOST)}>
                  {t('more')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

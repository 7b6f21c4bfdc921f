import { Button, Table, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { dateTime } from '../../i18n/formats.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTexts } from './texts.ts';
import { useAuthor } from './use-author.ts';

export type Version = Answer<'listVersions'>['versions'][number];

interface VersionHistoryProps {
  scenario: string;
  /** Agents that are drawn from the scenario: on which of them a version is active is shown. */
  agents: readonly { id: string; name: string; version: string | null }[];
  onCompare(version: Version): void;
  /** What else can be done with a version. */
  actions(version: Version, all: readonly Version[]): ReactNode;
}

/** The published versions of a scenario, newest first. */
export function VersionHistory({ scenario, agents, onCompare, actions }: VersionHistoryProps) {
  const t = useTexts();
  const authorOf = useAuthor();
  const versions = useRead('listVersions', { params: { id: scenario } });
  return (
    <Loaded of={versions}>
      {({ versions: list }) =>
        list.length === 0 ? (
          <EmptyState title={t('noVersions')}>{t('noVersionsText')}</EmptyState>
        ) : (
          <Table<Version>
            className="panel"
            size="middle"
            rowKey="id"
            aria-label={t('history')}
            pagination={list.length > 25 && { pageSize: 25 }}
            dataSource={list}
            columns={[
              { title: t('number'), dataIndex: 'number', width: 60 },
              { title: t('note'), key: 'note', render: (_, { note }) => <span className="pre">{note || '—'}</span> },
              { title: t('author'), key: 'author', width: 150, render: (_, { author }) => authorOf(author) },
              { title: t('when'), key: 'when', width: 170, render: (_, { createdAt }) => dateTime(createdAt) },
              {
                title: t('activeOn'),
                key: 'active',
                width: 170,
                render: (_, { id }) =>
                  agents
                    .filter(({ version }) => version === id)
                    .map((agent) => (
                      <Tag key={agent.id} color="success">
                        {agents.length === 1 ? t('active') : agent.name}
                      </Tag>
                    )),
              },
              {
                key: 'do',
                align: 'right',
                render: (_, version) => (
                  <div className="row">
                    <Button size="small" onClick={() => onCompare(version)}>
                      {t('compare')}
                    </Button>
                    {actions(version, list)}
                  </div>
                ),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

/** Makes a version active: back to an older one, or on to a newer one. */
export function ActivateButton({ isOlder, onClick }: { isOlder: boolean; onClick(): void }) {
  const t = useTexts();
  return (
    <Button size="small" onClick={onClick}>
      {isOlder ? t('rollBack') : t('activate')}
    </Button>
  );
}

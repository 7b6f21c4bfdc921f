import { App, Button, Table, Tag } from 'antd';
import { useCan } from '../../api/use-can.ts';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { dateTime } from '../../i18n/formats.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTell } from '../../ui/use-tell.ts';
import type { Agent } from './agent.ts';
import { useTexts } from './texts.ts';

type Version = Answer<'listVersions'>['versions'][number];

/** All versions of the agent's scenario; any of them can be made active. */
export function AgentVersions({ agent }: { agent: Agent }) {
  const t = useTexts();
  const tell = useTell();
  const { modal } = App.useApp();
  const canWrite = useCan('agents:write');
  const update = useWrite('updateAgent', ['getAgent', 'listAgents']);
  const versions = useRead(
    'listVersions',
    { params: { id: agent.scenario ?? '' } },
    { enabled: agent.scenario !== null },
  );
  const none = <EmptyState title={t('noVersions')}>{t('noVersionsText')}</EmptyState>;
  if (agent.scenario === null) return none;

  const activate = ({ id, number }: Version): void =>
    void modal.confirm({
      title: t('activateTitle', { number }),
      content: t('activateMeaning'),
      okText: t('activate'),
      cancelText: t('cancel'),
      onOk: () =>
        update
          .mutateAsync({ params: { id: agent.id }, body: { version: id } })
          .then(() => tell.done(t('activated', { number })), tell.failed),
    });

  return (
    <Loaded of={versions}>
      {({ versions: list }) => {
        if (list.length === 0) return none;
        const activeNumber = list.find(({ id }) => id === agent.version)?.number ?? 0;
        return (
          <Table<Version>
            className="panel"
            size="middle"
            rowKey="id"
            pagination={list.length > 25 && { pageSize: 25 }}
            dataSource={list}
            columns={[
              { title: t('number'), dataIndex: 'number', width: 70 },
              { title: t('note'), key: 'note', render: (_, { note }) => <span className="pre">{note || '—'}</span> },
              { title: t('when'), key: 'when', width: 200, render: (_, { createdAt }) => dateTime(createdAt) },
              {
                key: 'do',
                align: 'right',
                width: 200,
                render: (_, version) =>
                  version.id === agent.version ? (
                    <Tag color="success">{t('active')}</Tag>
                  ) : (
                    canWrite && (
                      <Button size="small" onClick={() => activate(version)}>
                        {version.number < activeNumber ? t('rollBack') : t('activate')}
                      </Button>
                    )
                  ),
              },
            ]}
          />
        );
      }}
    </Loaded>
  );
}

import { ApiOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { ago } from '../../i18n/formats.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { ConnectionForm } from './ConnectionForm.tsx';
import { HealthCheck } from './HealthCheck.tsx';
import type { Connection, Plugin } from './plugin.ts';
import { useTexts } from './texts.ts';

interface ConnectionListProps {
  plugins: readonly Plugin[];
  canWrite: boolean;
  onCatalogue(): void;
}

export function ConnectionList({ plugins, canWrite, onCatalogue }: ConnectionListProps) {
  const t = useTexts();
  const confirmDelete = useConfirmDelete();
  const [editing, setEditing] = useState<Connection>();
  const connections = useRead('listConnections', {});
  const remove = useWrite('removeConnection', ['listConnections']);
  const pluginOf = (id: string): Plugin | undefined => plugins.find((plugin) => plugin.id === id);
  const edited = editing && pluginOf(editing.plugin);
  return (
    <Loaded of={connections}>
      {({ connections: list }) =>
        list.length === 0 ? (
          <EmptyState
            icon={<ApiOutlined />}
            title={t('emptyTitle')}
            action={
              <Button type="primary" onClick={onCatalogue}>
                {t('toCatalogue')}
              </Button>
            }
          >
            {t('emptyText')}
          </EmptyState>
        ) : (
          <>
            <Table<Connection>
              className="panel"
              size="middle"
              rowKey="id"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={list}
              columns={[
                { title: t('name'), key: 'name', render: (_, { name }) => <code>{name}</code> },
                {
                  title: t('plugin'),
                  key: 'plugin',
                  render: (_, { plugin }) => inLanguage(pluginOf(plugin)?.title) || plugin,
                },
                {
                  title: t('health'),
                  key: 'health',
                  render: (_, { id }) => canWrite && <HealthCheck connection={id} />,
                },
                { title: t('changed'), key: 'changed', render: (_, { updatedAt }) => ago(updatedAt) },
                {
                  key: 'do',
                  align: 'right',
                  render: (_, connection) =>
                    canWrite && (
                      <span className="row" style={{ flexWrap: 'nowrap', justifyContent: 'flex-end' }}>
                        <Button size="small" onClick={() => setEditing(connection)}>
                          {t('edit')}
                        </Button>
                        <Button
                          size="small"
                          danger
                          onClick={() =>
                            confirmDelete({
                              title: t('removeTitle', { name: connection.name }),
                              meaning: t('removeMeaning'),
                              remove: () => remove.mutateAsync({ params: { id: connection.id } }),
                            })
                          }
                        >
                          {t('remove')}
                        </Button>
                      </span>
                    ),
                },
              ]}
            />
            {edited && <ConnectionForm plugin={edited} connection={editing} onClose={() => setEditing(undefined)} />}
          </>
        )
      }
    </Loaded>
  );
}

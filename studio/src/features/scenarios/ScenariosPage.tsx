import { BranchesOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { Link } from 'react-router';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { ago } from '../../i18n/formats.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ImportButton } from '../import/ImportButton.tsx';
import { useTexts } from './texts.ts';

export function ScenariosPage() {
  const t = useTexts();
  const scenarios = useRead('listScenarios', {});
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={<ImportButton />} />
      <Loaded of={scenarios}>
        {({ scenarios: list }) =>
          list.length === 0 ? (
            <EmptyState
              icon={<BranchesOutlined />}
              title={t('emptyTitle')}
              action={
                <Link to="/agents?new=1">
                  <Button type="primary" tabIndex={-1}>
                    {t('toLibrary')}
                  </Button>
                </Link>
              }
            >
              {t('emptyText')}
            </EmptyState>
          ) : (
            <Table<Answer<'listScenarios'>['scenarios'][number]>
              className="panel"
              size="middle"
              rowKey="id"
              scroll={{ x: 'max-content' }}
              pagination={list.length > 50 && { pageSize: 50 }}
              dataSource={list}
              columns={[
                {
                  title: t('name'),
                  key: 'name',
                  render: (_, { id, name }) => <Link to={`/scenarios/${id}`}>{name}</Link>,
                },
                { title: t('key'), key: 'key', render: (_, { key }) => <code>{key}</code> },
                { title: t('versions'), dataIndex: 'latest', align: 'right' },
                { title: t('changed'), key: 'changed', render: (_, { updatedAt }) => ago(updatedAt) },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

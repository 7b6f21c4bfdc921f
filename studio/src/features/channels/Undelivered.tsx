import { Button, Collapse, Table } from 'antd';
import { Link } from 'react-router';
import type { Answer } from '../../api/send.ts';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { ago } from '../../i18n/formats.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { useTell } from '../../ui/use-tell.ts';
import { useTexts } from './texts.ts';

type Message = Answer<'listUndelivered'>['undelivered'][number];

/** Messages that a service did not take: why, and a way to send each again. */
export function Undelivered({ channel, count }: { channel: string; count: number }) {
  const t = useTexts();
  const canRead = useCan('jobs:read');
  const label = t('undelivered', { count });
  if (!canRead) return <p className="status bad">{label}</p>;
  return (
    <Collapse
      ghost
      size="small"
      items={[
        { key: 'list', label: <span className="status bad">{label}</span>, children: <Messages channel={channel} /> },
      ]}
    />
  );
}

function Messages({ channel }: { channel: string }) {
  const t = useTexts();
  const tell = useTell();
  const undelivered = useRead('listUndelivered', { query: { channel } });
  const retry = useWrite('retryUndelivered', ['listUndelivered', 'listChannels']);
  return (
    <Loaded of={undelivered}>
      {({ undelivered: list }) => (
        <Table<Message>
          size="small"
          rowKey="id"
          showHeader={false}
          pagination={list.length > 10 && { pageSize: 10 }}
          dataSource={list}
          columns={[
            {
              key: 'text',
              render: (_, { text, conversation }) => <Link to={`/conversations/${conversation}`}>{text}</Link>,
            },
            { key: 'why', render: (_, { error }) => error && errorWords(error) },
            { key: 'at', render: (_, { at }) => ago(at) },
            {
              key: 'do',
              align: 'right',
              render: (_, { id }) => (
                <Button
                  size="small"
                  onClick={() =>
                    retry.mutate({ params: { id } }, { onSuccess: () => tell.done(t('retried')), onError: tell.failed })
                  }
                >
                  {t('retry')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  );
}

import { NotificationOutlined } from '@ant-design/icons';
import { Button, Typography } from 'antd';
import { useState } from 'react';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { AddChannel } from './AddChannel.tsx';
import { ChannelCard } from './ChannelCard.tsx';
import { useTexts } from './texts.ts';

const EVERY_MS = 5_000;

/** The channels of an agent, how they do, and a way to add one. */
export function ChannelList({ agent }: { agent: string }) {
  const t = useTexts();
  const canWrite = useCan('channels:write');
  const [adding, setAdding] = useState(false);
  const channels = useRead('listChannels', { query: { agent } }, { every: EVERY_MS });
  const add = canWrite && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Loaded of={channels}>
      {({ channels: list }) => (
        <>
          {list.length === 0 ? (
            <EmptyState icon={<NotificationOutlined />} title={t('emptyTitle')} action={add}>
              {t(canWrite ? 'emptyText' : 'emptyRead')}
            </EmptyState>
          ) : (
            <>
              <div className="row apart">
                <Typography.Text type="secondary">{t('hint')}</Typography.Text>
                {add}
              </div>
              {list.map((channel) => (
                <ChannelCard key={channel.id} channel={channel} canWrite={canWrite} />
              ))}
            </>
          )}
          {adding && <AddChannel agent={agent} onClose={() => setAdding(false)} />}
        </>
      )}
    </Loaded>
  );
}

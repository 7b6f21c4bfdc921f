import { Alert, Button, Tabs } from 'antd';
import { Link, useParams } from 'react-router';
import { uniqueId } from '../../api/unique-id.ts';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { Messages } from './Messages.tsx';
import { ModelCalls } from './ModelCalls.tsx';
import { Trace } from './Trace.tsx';
import { useTexts } from './texts.ts';

const EVERY_MS = 2_000;

export function ConversationPage() {
  const t = useTexts();
  const tell = useTell();
  const { id = '' } = useParams();
  const conversation = useRead(
    'getConversation',
    { params: { id } },
    { every: (known) => (known?.status === 'closed' ? false : EVERY_MS), live: `conversation:${id}` },
  );
  const { data: agents } = useRead('listAgents', {}, { enabled: useCan('agents:read') });
  const channelName = useChannelName();
  const { data: tickets } = useRead('listTickets', {}, { every: EVERY_MS * 2, live: `conversation:${id}` });
  const handBack = useWrite('handBack', ['getConversation', 'listTickets', 'listMessages']);
  const canWrite = useCan('conversations:write');
  const ticket = tickets?.tickets.find((one) => one.conversation === id && one.status === 'open');
  return (
    <Loaded of={conversation}>
      {({ agent, status, outcome, channel, locale, contact, steps, lastSeq }) => {
        const name = agents?.agents.find((one) => one.id === agent)?.name ?? t('gone');
        return (
          <>
            <PageHeader
              title={`${t('conversation')} …${id.slice(-8)}`}
              hint={
                <span className="row">
                  <span className={status === 'open' ? 'status good' : 'status'}>
                    {outcome ?? t(status === 'open' ? 'isOpen' : 'isClosed')}
                  </span>
                  <Link to={`/agents/${agent}`}>{name}</Link>
                  <span>
                    {channelName(channel)} · {locale} · {t('contact')} <code>{contact.slice(-8)}</code>
                  </span>
                  {steps.length > 0 && (
                    <span>
                      {t('step')} <code>{steps.join(', ')}</code>
                    </span>
                  )}
                </span>
              }
            />
            {ticket && (
              <Alert
                type="warning"
                showIcon
                style={{ marginBottom: 16 }}
                title={t('ticket', { reason: ticket.reason || ticket.priority })}
                action={
                  canWrite && (
                    <Button
                      size="small"
                      loading={handBack.isPending}
                      onClick={() =>
                        handBack.mutate(
                          { params: { id }, body: { id: uniqueId() } },
                          { onSuccess: () => tell.done(t('handedBack')), onError: tell.failed },
                        )
                      }
                    >
                      {t('handBack')}
                    </Button>
                  )
                }
              />
            )}
            <div className="split">
              <Messages conversation={id} upTo={lastSeq} />
              <Tabs
                items={[
                  { key: 'trace', label: t('trace'), children: <Trace conversation={id} upTo={lastSeq} /> },
                  { key: 'calls', label: t('calls'), children: <ModelCalls conversation={id} upTo={lastSeq} /> },
                ]}
              />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

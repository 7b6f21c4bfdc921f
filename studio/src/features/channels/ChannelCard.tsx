import { Alert, Button, Typography } from 'antd';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { ago, count } from '../../i18n/formats.ts';
import { errorWords } from '../../ui/error-words.ts';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { Channel } from './channel.ts';
import { TestMessage } from './TestMessage.tsx';
import { useTexts } from './texts.ts';
import { Undelivered } from './Undelivered.tsx';

const LOOKS = { untried: '', well: 'good', failing: 'wait', dead: 'bad', paused: '' } as const;

/** One channel: how it does, where its service sends to, and what can be done with it. */
export function ChannelCard({ channel, canWrite }: { channel: Channel; canWrite: boolean }) {
  const t = useTexts();
  const { id, name, plugin, state, lastError, deadSince } = channel;
  return (
    <section className="panel padded" aria-label={name} style={{ marginTop: 16 }}>
      <div className="row apart" style={{ marginBottom: 12 }}>
        <div className="row">
          <h2 style={{ margin: 0 }}>{name}</h2>
          <code>{plugin}</code>
          <span className={`status ${LOOKS[state]}`} role="status">
            {t(state)}
          </span>
        </div>
        {canWrite && <Actions channel={channel} />}
      </div>
      {lastError && state !== 'well' && (
        <Alert
          type={state === 'dead' ? 'error' : 'warning'}
          showIcon
          style={{ marginBottom: 12 }}
          title={deadSince ? t('deadSince', { when: ago(deadSince) }) : t('lastError', { when: ago(lastError.at) })}
          description={
            <>
              {errorWords(lastError)} <code>{lastError.code}</code>
            </>
          }
        />
      )}
      <Facts channel={channel} />
      {channel.undelivered > 0 && <Undelivered channel={id} count={channel.undelivered} />}
    </section>
  );
}

function Facts({ channel: { webhook, lastInAt, lastOutAt, waiting, lagMs } }: { channel: Channel }) {
  const t = useTexts();
  return (
    <dl className="facts">
      <dt>{t('address')}</dt>
      <dd>
        {webhook === null ? (
          t('polled')
        ) : (
          <>
            <Typography.Text code copyable>
              {webhook}
            </Typography.Text>
            <div className="soft">{t('addressHelp')}</div>
          </>
        )}
      </dd>
      <dt>{t('lastIn')}</dt>
      <dd>{lastInAt ? ago(lastInAt) : t('never')}</dd>
      <dt>{t('lastOut')}</dt>
      <dd>{lastOutAt ? ago(lastOutAt) : t('never')}</dd>
      {waiting > 0 && (
        <>
          <dt>{t('waiting')}</dt>
          <dd>{t('lag', { count: waiting, seconds: count(Math.round(lagMs / 1_000)) })}</dd>
        </>
      )}
    </dl>
  );
}

const STALE = ['listChannels'] as const;

function Actions({ channel: { id, name, state } }: { channel: Channel }) {
  const t = useTexts();
  const tell = useTell();
  const confirmDelete = useConfirmDelete();
  const [testing, setTesting] = useState(false);
  const check = useWrite('checkChannel', STALE);
  const update = useWrite('updateChannel', STALE);
  const remove = useWrite('removeChannel', STALE);
  const params = { id };
  return (
    <div className="row">
      <Button
        size="small"
        loading={check.isPending}
        disabled={state === 'paused'}
        onClick={() => check.mutate({ params }, { onError: tell.failed })}
      >
        {t('check')}
      </Button>
      <Button size="small" onClick={() => setTesting(true)}>
        {t('test')}
      </Button>
      <Button
        size="small"
        loading={update.isPending}
        onClick={() => update.mutate({ params, body: { paused: state !== 'paused' } }, { onError: tell.failed })}
      >
        {t(state === 'paused' ? 'resume' : 'pause')}
      </Button>
      <Button
        size="small"
        danger
        onClick={() =>
          confirmDelete({
            title: t('removeTitle', { name }),
            meaning: t('removeMeaning'),
            remove: () => remove.mutateAsync({ params }),
          })
        }
      >
        {t('remove')}
      </Button>
      {testing && <TestMessage channel={id} name={name} onClose={() => setTesting(false)} />}
    </div>
  );
}

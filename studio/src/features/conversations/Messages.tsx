import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/send.ts';
import { clockTime } from '../../i18n/formats.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { useTexts } from './texts.ts';

const PAGE = 100;
/** Messages on their way to the service of a channel are looked at this often. */
const ON_ITS_WAY_MS = 2_000;

/** What was said, the newest below; earlier ones are read when asked for. Read again when something new was said. */
export function Messages({ conversation, upTo }: { conversation: string; upTo: number }) {
  const t = useTexts();
  const pages = useInfiniteQuery({
    queryKey: ['listMessages', conversation],
    initialPageParam: Number.MAX_SAFE_INTEGER,
    queryFn: ({ pageParam: before, signal }) =>
      call('listMessages', { params: { id: conversation }, query: { before, limit: PAGE } }, signal),
    getNextPageParam: ({ more, messages }) => (more ? messages[0]?.seq : undefined),
    refetchInterval: ({ state }) => (state.data?.pages.some(isOnItsWay) ? ON_ITS_WAY_MS : false),
  });
  const log = useRef<HTMLDivElement>(null);
  const messages = [...(pages.data?.pages ?? [])].reverse().flatMap((page) => page.messages);
  const newest = messages.at(-1)?.seq;
  useEffect(() => void pages.refetch(), [upTo]);
  useEffect(() => void log.current?.scrollTo({ top: log.current.scrollHeight }), [newest]);
  if (pages.error && !pages.data) return <ProblemNotice error={pages.error} onRetry={pages.refetch} />;
  if (!pages.data) return <Skeleton active />;
  return (
    <div
      className="dialogue"
      style={{ maxHeight: '70vh', minHeight: 240 }}
      ref={log}
      role="log"
      aria-label={t('messages')}
      tabIndex={0}
    >
      {pages.hasNextPage && (
        <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
      {messages.map(({ id, seq, direction, text, at, locale, buttons, attachments, citations, delivery }) => (
        <div key={`${seq}${id}`} className={direction === 'in' ? 'bubble mine' : 'bubble'} lang={locale}>
          {text}
          {buttons && buttons.length > 0 && <small>{buttons.map(({ label }) => `[${label}]`).join(' ')}</small>}
          {attachments?.map(({ url, name }) => (
            <div key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {name ?? t('attachment')}
              </a>
            </div>
          ))}
          {citations && citations.length > 0 && (
            <details>
              <summary>
                {t('sources')}: {citations.length}
              </summary>
              {citations.map(({ title, quote, section }, i) => (
                <p key={i}>
                  <strong>{[title, section].filter(Boolean).join(' · ')}</strong>
                  <br />
                  {quote}
                </p>
              ))}
            </details>
          )}
          <small>
            {clockTime(at)}
            {delivery && delivery.status !== 'sent' && (
              <span className={delivery.status === 'failed' ? 'status bad' : 'status wait'}>
                {t(delivery.status === 'failed' ? 'undelivered' : 'onItsWay', {
                  message: errorWords(delivery.error ?? {}),
                })}
              </span>
            )}
          </small>
        </div>
      ))}
    </div>
  );
}

function isOnItsWay({ messages }: Answer<'listMessages'>): boolean {
  return messages.some(({ delivery }) => delivery?.status === 'waiting');
}

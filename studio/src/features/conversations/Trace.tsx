import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/send.ts';
import { clockTime } from '../../i18n/formats.ts';
import { JsonBlock } from '../../ui/JsonBlock.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { useTexts } from './texts.ts';

type Entry = Answer<'getTrace'>['turns'][number]['entries'][number];

const KINDS = {
  entered: ['entered', 'is-info'],
  left: ['left', ''],
  waiting: ['isWaiting', 'is-warning'],
  failed: ['failed', 'is-error'],
  ignored: ['ignored', 'is-info'],
  'missing-text': ['missingText', 'is-error'],
  moved: ['isMoved', 'is-info'],
  'not-moved': ['isNotMoved', 'is-warning'],
} as const;

/** What the scenario did, step by step. */
export function Trace({ conversation, upTo }: { conversation: string; upTo: number }) {
  const t = useTexts();
  const pages = useInfiniteQuery({
    queryKey: ['getTrace', conversation],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after, signal }) =>
      call('getTrace', { params: { id: conversation }, query: { limit: 100, ...(after && { after }) } }, signal),
    getNextPageParam: ({ more, turns }) => (more ? turns.at(-1)?.id : undefined),
  });
  useEffect(() => void pages.refetch(), [upTo]);
  if (pages.error && !pages.data) return <ProblemNotice error={pages.error} onRetry={pages.refetch} />;
  if (!pages.data) return <Skeleton active />;
  const turns = pages.data.pages.flatMap((page) => page.turns);
  if (turns.length === 0) return <p className="soft">{t('noTrace')}</p>;
  return (
    <div className="panel padded">
      <ol className="trace">
        {turns.flatMap(({ id, entries }) => entries.map((entry, i) => <Line key={`${id}${i}`} entry={entry} />))}
      </ol>
      {pages.hasNextPage && (
        <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('moreTurns')}
        </Button>
      )}
    </div>
  );
}

function Line({ entry: { at, kind, step, exit, detail } }: { entry: Entry }) {
  const t = useTexts();
  const [words, look] = KINDS[kind];
  return (
    <li>
      <span className="soft">{clockTime(at)}</span>
      <span className={look}>{t(words)}</span>
      <span>
        <code>{step}</code>
        {exit && <span className="soft"> → {exit}</span>}
        {kind === 'failed' && <div>{errorWords(Object(detail))}</div>}
        {detail !== undefined && detail !== null && (
          <details>
            <summary className="soft">{t('detail')}</summary>
            <JsonBlock value={detail} label={t('detail')} />
          </details>
        )}
      </span>
    </li>
  );
}

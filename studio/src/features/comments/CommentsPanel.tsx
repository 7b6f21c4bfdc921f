import { CommentOutlined } from '@ant-design/icons';
import { Button, Segmented, Skeleton } from 'antd';
import { useRef } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { usePart } from '../inspector/document-hooks.ts';
import { stepTitle } from '../looks/step-title.ts';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { useEditor } from '../scenarios/editor.ts';
import './comments.css';
import { Composer } from './Composer.tsx';
import { ThreadItem } from './ThreadItem.tsx';
import { useTexts } from './texts.ts';
import { STALE, useThreads } from './use-threads.ts';

/** What is said about the chosen step, or about all of the scenario, and where more can be said. */
export function CommentsPanel() {
  const t = useTexts();
  const { discussion, readOnly, selection } = useEditor();
  const [chosen, ...others] = selection.use();
  const step = usePart((index) => (chosen === undefined || others.length > 0 ? undefined : index.step(chosen)));
  const status = discussion.status.use();
  const scope = discussion.scope.use();
  const isOfStep = step !== undefined && scope === 'step';
  const threads = useThreads(discussion.scenario, { status, step: isOfStep ? step.id : null });
  const list = useRef<HTMLElement>(null);
  const found = threads.data?.pages.flatMap((page) => page.threads);

  return (
    <section ref={list} tabIndex={-1} className="comments" aria-label={t('title')}>
      <div className="row apart">
        {step && (
          <Segmented
            size="small"
            aria-label={t('where')}
            value={scope}
            options={(['step', 'all'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
            onChange={discussion.scope.set}
          />
        )}
        <Segmented
          size="small"
          aria-label={t('which')}
          value={status}
          options={(['open', 'resolved'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={discussion.status.set}
        />
      </div>
      {!readOnly && <Beginning key={step?.id} step={step?.id ?? null} />}
      <ProblemNotice error={threads.error} onRetry={threads.refetch} />
      {threads.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {found?.length === 0 && <NoThreads />}
      <ol className="threads">
        {found?.map((thread) => (
          <ThreadItem
            key={thread.id}
            thread={thread}
            withPlace={!isOfStep}
            onGone={() => list.current?.focus({ preventScroll: true })}
          />
        ))}
      </ol>
      {threads.hasNextPage && (
        <Button loading={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
          {t('olderThreads')}
        </Button>
      )}
    </section>
  );
}

/** Where a new thread begins: at the chosen step, or for the scenario as a whole. */
function Beginning({ step: id }: { step: string | null }) {
  const t = useTexts();
  const words = useLookTexts();
  const { discussion, toDrawing } = useEditor();
  const begin = useWrite('beginThread', STALE);
  const step = usePart((index) => (id === null ? undefined : index.step(id)));
  const label = step ? t('onStep', { step: stepTitle(words, step) }) : t('onScenario');
  return (
    <div className="comments-begin">
      <p aria-hidden>{label}</p>
      <Composer
        place={`begin ${id ?? ''}`}
        label={label}
        placeholder={t('placeholder')}
        action={t('send')}
        send={async (body) => {
          await begin.mutateAsync({ params: { id: discussion.scenario }, body: { ...body, step: id } });
          discussion.status.set('open');
        }}
        onLeave={toDrawing}
      />
    </div>
  );
}

function NoThreads() {
  const t = useTexts();
  const { discussion, readOnly } = useEditor();
  const none = discussion.status.use() === 'resolved' ? 'noneResolved' : readOnly ? 'noneRead' : 'noneOpen';
  return (
    <EmptyState icon={<CommentOutlined />} title={t(none)}>
      {t(`${none}Text`)}
    </EmptyState>
  );
}

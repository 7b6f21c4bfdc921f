import { Progress, Tag } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { useTexts } from './texts.ts';

const EVERY_MS = 700;
const OUTCOMES = ['toCome', 'pending', 'moved', 'restarted', 'finishing', 'over'] as const;

/** How far the conversations of an agent are on their way to its new version. */
export function MoveProgress({ agent: { id, name } }: { agent: { id: string; name: string } }) {
  const t = useTexts();
  const { data } = useRead(
    'listActivations',
    { params: { id } },
    { every: (known) => (known?.activations[0]?.state === 'asked' ? false : EVERY_MS) },
  );
  if (!data?.progress) return null;
  const { progress } = data;
  const isDone = data.activations[0]?.state === 'asked';
  const all = OUTCOMES.reduce((sum, outcome) => sum + progress[outcome], 0);
  const asked = all - progress.toCome;
  return (
    <section aria-label={name}>
      <div>{isDone ? t('gone', { name }) : t('going', { name })}</div>
      <Progress
        percent={all === 0 || isDone ? 100 : Math.floor((asked / all) * 100)}
        status={isDone ? 'success' : 'active'}
      />
      <div className="row">
        {OUTCOMES.filter((outcome) => progress[outcome] > 0).map((outcome) => (
          <Tag key={outcome}>
            {t(outcome)}: {progress[outcome]}
          </Tag>
        ))}
      </div>
    </section>
  );
}

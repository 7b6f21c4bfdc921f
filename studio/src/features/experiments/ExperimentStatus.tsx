import { dateTime } from '../../i18n/formats.ts';
import type { Experiment } from './experiment.ts';
import { useTexts } from './texts.ts';

const TONES = { draft: '', running: 'good', paused: 'wait', finished: '' } as const;

/** How it stands, and since when. */
export function ExperimentStatus({ experiment: { status, startedAt, finishedAt } }: { experiment: Experiment }) {
  const t = useTexts();
  const when = finishedAt ?? startedAt;
  return (
    <span className={`status ${TONES[status]}`}>
      {t(status)}
      {when !== null && (
        <span className="soft">{status === 'finished' ? dateTime(when) : t('since', { when: dateTime(when) })}</span>
      )}
    </span>
  );
}

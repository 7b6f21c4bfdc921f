import { Alert } from 'antd';
import type { Experiment, Results } from './experiment.ts';
import { IntervalChart } from './IntervalChart.tsx';
import { percent, points } from './numbers.ts';
import { useTexts } from './texts.ts';
import { VariantTable } from './VariantTable.tsx';
import { verdictWords } from './verdict-words.ts';

const TONES: Partial<Record<string, 'good' | 'bad'>> = { better: 'good', worse: 'bad' };

/** What came of an experiment so far: the verdict in words, the intervals drawn, the counts. */
export function ExperimentResults({ experiment, results }: { experiment: Experiment; results: Results }) {
  const t = useTexts();
  const { variants, verdict, split } = results;
  const [first] = variants;
  const broken = experiment.variants.find(({ id }) => id === experiment.broken);
  const measured = variants.filter(({ contacts }) => contacts > 0);
  return (
    <>
      {broken && (
        <Alert type="warning" showIcon title={t('brokenTitle', { name: broken.name })} description={t('brokenText')} />
      )}
      {!split.isPlanned && <Alert type="error" showIcon title={t('splitTitle')} description={t('splitText')} />}
      <div className={verdict.kind === 'open' ? 'verdict' : 'verdict decided'} role="status">
        <strong>{verdictWords(t, results, experiment.minimalEffect)}</strong>
        <span className="soft">{t('anyTime')}</span>
      </div>
      {measured.length > 0 && (
        <IntervalChart
          title={t('rates')}
          format={percent}
          rows={measured.map(({ id, name, rate, interval: [low = 0, high = 1] }) => ({
            id,
            label: name,
            low,
            value: rate ?? 0,
            high,
            words: t('rateChart', { name, rate: percent(rate ?? 0), low: percent(low), high: percent(high) }),
          }))}
        />
      )}
      {measured.length === variants.length && (
        <IntervalChart
          title={t('differences', { name: first?.name ?? '' })}
          format={points}
          band={experiment.minimalEffect}
          rows={variants.flatMap(({ id, name, comparison }) => {
            if (!comparison) return [];
            const { difference, verdict: found } = comparison;
            const [low, high] = comparison.alwaysInterval.map((end) => Math.max(-1, Math.min(1, end))) as [
              number,
              number,
            ];
            const words = { name, difference: points(difference), low: points(low), high: points(high) };
            return [
              { id, label: name, low, value: difference, high, words: t('differenceChart', words), tone: TONES[found] },
            ];
          })}
        />
      )}
      <VariantTable variants={variants} />
    </>
  );
}

import type { Answer } from '../../api/send.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useTexts } from './texts.ts';

const percent = (share: number): string =>
  share.toLocaleString(currentLanguage(), { style: 'percent', maximumFractionDigits: 0 });

/** How well the golden questions are answered. */
export function QualityFacts({ quality }: { quality: Answer<'getGoldenQuestions'>['quality'] }) {
  const t = useTexts();
  const { questions, recallAt5, mrr, refused } = quality;
  return (
    <dl className="facts">
      <dt>{t('questions')}</dt>
      <dd>{questions}</dd>
      <dt>{t('recall')}</dt>
      <dd>{percent(recallAt5)}</dd>
      <dt>{t('mrr')}</dt>
      <dd>{mrr.toFixed(2)}</dd>
      {refused !== null && (
        <>
          <dt>{t('refused')}</dt>
          <dd>{percent(refused)}</dd>
        </>
      )}
    </dl>
  );
}

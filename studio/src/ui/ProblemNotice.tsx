import { Alert, Button } from 'antd';
import { useTexts } from './texts.ts';
import { useProblemWords } from './use-problem-words.ts';

/** Says what went wrong and what to do now, with a way to try again. Shows nothing without an error. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => unknown) | undefined }) {
  const t = useTexts();
  const words = useProblemWords();
  if (!error) return null;
  const { title, next, detail } = words(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={[next, detail].filter(Boolean).join(' · ') || undefined}
      action={
        onRetry && (
          <Button size="small" onClick={() => void onRetry()}>
            {t('retry')}
          </Button>
        )
      }
    />
  );
}

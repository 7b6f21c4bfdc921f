import type { SimulatedAnswer } from '@scenarium/engine';
import type { Scenario } from '@scenarium/language';
import { Button, Typography } from 'antd';
import { AnswerForm } from './AnswerForm.tsx';
import { useTexts } from './texts.ts';
import type { Answers } from './answers.ts';

interface AnswerListProps {
  scenario: Scenario;
  answers: Answers;
  onRemember(action: string, answer: SimulatedAnswer | null): void;
}

/** How actions always answer in plays of this scenario; the others are asked about when they are met. */
export function AnswerList({ scenario, answers, onRemember }: AnswerListProps) {
  const t = useTexts();
  const used = scenario.steps.flatMap((step) => (step.type === 'action' ? [step.action] : []));
  const actions = [...new Set([...used, ...Object.keys(answers)])].sort();
  return (
    <>
      <Typography.Paragraph type="secondary">{t('answersHint')}</Typography.Paragraph>
      {actions.map((action) => {
        const answer = answers[action];
        return (
          <section key={action} className="answer">
            <div className="row">
              <code className="grow">{action}</code>
              <Button
                size="small"
                type="text"
                onClick={() => onRemember(action, answer ? null : { output: {} })}
                aria-label={`${answer ? t('askMe') : t('alwaysAnswer')}: ${action}`}
              >
                {answer ? t('askMe') : t('alwaysAnswer')}
              </Button>
            </div>
            {answer && (
              <AnswerForm action={action} answer={answer} onChange={(changed) => onRemember(action, changed)} />
            )}
          </section>
        );
      })}
    </>
  );
}

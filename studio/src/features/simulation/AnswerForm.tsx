import type { SimulatedAnswer } from '@scenarium/engine';
import type { Json } from '@scenarium/language';
import { Input, InputNumber, Segmented } from 'antd';
import { JsonField } from './JsonField.tsx';
import { useTexts } from './texts.ts';

interface AnswerFormProps {
  action: string;
  answer: SimulatedAnswer;
  onChange(answer: SimulatedAnswer): void;
}

/** How an action answers: with a value or a failure, at once or later. */
export function AnswerForm({ action, answer, onChange }: AnswerFormProps) {
  const t = useTexts();
  const isFailure = 'error' in answer;
  const { afterMs } = answer;
  const change = (result: { output: Json } | { error: { code: string; message: string } }): void =>
    onChange({ ...result, ...(afterMs !== undefined && { afterMs }) });
  return (
    <>
      <div className="row">
        <Segmented
          size="small"
          aria-label={action}
          value={isFailure ? 'error' : 'output'}
          options={[
            { value: 'output', label: t('succeeds') },
            { value: 'error', label: t('fails') },
          ]}
          onChange={(next) =>
            change(next === 'output' ? { output: {} } : { error: { code: 'failed', message: t('failsAsTold') } })
          }
        />
        <InputNumber
          size="small"
          aria-label={t('after')}
          min={0}
          suffix={t('seconds')}
          placeholder={t('atOnce')}
          value={afterMs === undefined ? null : afterMs / 1_000}
          onChange={(seconds) => {
            const { afterMs: _, ...result } = answer;
            onChange(seconds ? { ...result, afterMs: Math.round(seconds * 1_000) } : result);
          }}
        />
      </div>
      {isFailure ? (
        <Input
          size="small"
          className="mono"
          aria-label={t('failureCode')}
          value={answer.error.code}
          onChange={({ target }) => change({ error: { ...answer.error, code: target.value } })}
        />
      ) : (
        <JsonField
          value={answer.output}
          label={t('answerOf', { action })}
          minRows={2}
          onChange={(output) => change({ output })}
        />
      )}
    </>
  );
}

import type { CallEffectCommand, SimulatedAnswer } from '@scenarium/engine';
import type { Json } from '@scenarium/language';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useCan } from '../../api/use-can.ts';
import { useWrite } from '../../api/use-write.ts';
import { JsonBlock } from '../../ui/JsonBlock.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { useTexts } from './texts.ts';

interface OpenCallProps {
  call: CallEffectCommand;
  /** What to offer as an answer. */
  known: SimulatedAnswer | undefined;
  locale: string;
  onAnswer(answer: SimulatedAnswer, remember: boolean): void;
}

/** An action that the dialogue waits for: answer it, let it fail, or carry it out once for real. */
export function OpenCall({ call, known, locale, onAnswer }: OpenCallProps) {
  const t = useTexts();
  const tell = useTell();
  const [answer, setAnswer] = useState<SimulatedAnswer>(known ?? { output: {} });
  const [remember, setRemember] = useState(true);
  const attempt = useWrite('tryAction');
  const canTry = useCan('connections:write');
  const { action, input, connection } = call;

  const carryOut = (): void =>
    attempt.mutate(
      { body: { action, input, locale, ...(connection !== undefined && { connection }) } },
      {
        onError: tell.failed,
        onSuccess: ({ ok, output, error }) =>
          setAnswer(
            ok || !error
              ? { output: (output ?? null) as Json }
              : { error: { code: error.code, message: error.message } },
          ),
      },
    );

  return (
    <section className="open-call" aria-label={t('asksAction', { action })}>
      <strong>{t('asksAction', { action })}</strong>
      <JsonBlock value={input} label={t('input')} />
      <AnswerForm key={JSON.stringify(attempt.data)} action={action} answer={answer} onChange={setAnswer} />
      <div className="row">
        <Button size="small" type="primary" onClick={() => onAnswer(answer, remember)}>
          {t('answerSo')}
        </Button>
        {canTry && (
          <Button size="small" loading={attempt.isPending} onClick={carryOut}>
            {t('carryOut')}
          </Button>
        )}
      </div>
      <Checkbox checked={remember} onChange={({ target }) => setRemember(target.checked)}>
        {t('alwaysSo')}
      </Checkbox>
    </section>
  );
}

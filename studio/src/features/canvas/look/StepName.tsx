import type { Step } from '@scenarium/language';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { renameStep } from '../../../document/index.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { stepTitle } from '../../looks/step-title.ts';
import { useSession, useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';

/** The name of a step on its card; it is written there when the step is being renamed. */
export function StepName({ step }: { step: Step }) {
  const title = stepTitle(useLookTexts(), step);
  const isRenaming = useSessionIfAny()?.renaming.use() === step.id;
  if (isRenaming) return <NameField step={step} />;
  return <strong title={step.id}>{title}</strong>;
}

function NameField({ step }: { step: Step }) {
  const t = useTexts();
  const words = useLookTexts();
  const { execute, renaming } = useSession();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const leave = (): void => renaming.set(null);
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Escape') event.currentTarget.value = step.name ?? '';
    if (event.key === 'Enter' || event.key === 'Escape') document.querySelector<HTMLElement>('.graph-canvas')?.focus();
  };
  return (
    <input
      ref={field}
      className="nodrag nopan"
      aria-label={t('rename')}
      defaultValue={step.name ?? ''}
      placeholder={words(`type.${step.type}`)}
      maxLength={200}
      onKeyDown={press}
      onBlur={({ target }) => {
        leave();
        if (target.value !== (step.name ?? '')) execute(renameStep({ step: step.id, name: target.value }));
      }}
    />
  );
}

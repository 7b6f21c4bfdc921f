import { CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import type { Step, StepType } from '@scenarium/language';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { changeStepId, changeStepType, duplicateSteps, removeSteps, renameStep } from '../../document/index.ts';
import { STEP_TYPES, looks } from '../looks/step-looks.tsx';
import { useEditor } from '../scenarios/editor.ts';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { usePart } from './document-hooks.ts';
import { KeyField } from './fields/KeyField.tsx';
import { useTexts } from './texts.ts';
import { useTyped } from './use-typed.ts';

/** What a step is called and of which type it is, and what can be done with it. */
export function StepHead({ id }: { id: string }) {
  const t = useTexts();
  const words = useLookTexts();
  const { store, execute, select, readOnly } = useEditor();
  const step = usePart((index) => index.step(id)) as Step;
  const { Icon, group } = looks[step.type];
  const name = useTyped(step.name ?? '', (typed) => store.execute(renameStep({ step: step.id, name: typed })));
  const [isOpen, setOpen] = useState(false);

  function duplicate(): void {
    const outcome = execute(duplicateSteps({ steps: [step.id] }));
    if (outcome.ok) select(outcome.value.steps);
  }

  return (
    <header className="step-head">
      <div className="step-head-line">
        <span className={`card-icon of-${group}`} aria-hidden>
          <Icon />
        </span>
        <Input
          variant="underlined"
          aria-label={t('name')}
          value={name.text}
          placeholder={words(`type.${step.type}`)}
          maxLength={200}
          readOnly={readOnly}
          onChange={({ target }) => name.type(target.value)}
          onBlur={name.leave}
        />
        {!readOnly && (
          <>
            <Button type="text" size="small" icon={<CopyOutlined />} aria-label={t('duplicate')} onClick={duplicate} />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('delete')}
              onClick={() => execute(removeSteps({ steps: [step.id] })).ok && select([])}
            />
          </>
        )}
      </div>
      <details className="more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {words(`type.${step.type}`)} · <code>{step.id}</code>
        </summary>
        {isOpen && (
          <div className="pair">
            <label className="field">
              <span className="field-head">{t('stepType')}</span>
              <Select<StepType>
                className="full"
                aria-label={t('stepType')}
                value={step.type}
                disabled={readOnly}
                showSearch={{ optionFilterProp: 'label' }}
                options={STEP_TYPES.map((type) => ({ value: type, label: words(`type.${type}`) }))}
                onChange={(type) => execute(changeStepType({ step: step.id, type }))}
              />
            </label>
            <IdField key={step.id} id={step.id} />
          </div>
        )}
      </details>
    </header>
  );
}

/** The id: it changes when the field is left, so that no half of it is ever in use. */
function IdField({ id }: { id: string }) {
  const t = useTexts();
  const { execute, select } = useEditor();
  const [typed, setTyped] = useState(id);
  const take = (): void => {
    if (typed === id) return;
    if (execute(changeStepId({ step: id, to: typed })).ok) select([typed]);
    else setTyped(id);
  };
  return (
    <div onBlur={take} onKeyDown={({ key }) => key === 'Enter' && take()}>
      <KeyField
        label={t('id')}
        value={typed}
        write={(next) => {
          setTyped(next);
          return { ok: true, value: undefined };
        }}
      />
    </div>
  );
}

import type { StepOf } from '@scenarium/language';
import { Select } from 'antd';
import { configureStep } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { ActionSelect } from '../fields/ActionSelect.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { ConnectionField } from '../fields/server-choices.tsx';
import { StepRows } from '../fields/StepRows.tsx';
import { alone } from '../model/alone.ts';
import { useStepId, useStepValue, type Path } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { ActionInput } from './ActionInput.tsx';
import { More } from './More.tsx';

type Tool = StepOf<'agent'>['tools'][number];

/** The actions that a model may call, and what it may not decide itself. */
export function AgentTools() {
  const t = useTexts();
  const { actions } = useShown();
  return (
    <StepRows<Tool>
      path={['tools']}
      title={t('tools')}
      help={t('tools.help')}
      add={t('addTool')}
      max={30}
      fresh={(tools) => ({
        action: actions.find(({ name }) => !tools.some(({ action }) => action === name))?.name ?? 'plugin.action',
        bind: {},
      })}
    >
      {(tool, path) => <ToolFields tool={tool} path={path} />}
    </StepRows>
  );
}

function ToolFields({ tool, path }: { tool: Tool; path: Path }) {
  const t = useTexts();
  const { execute, readOnly } = useEditor();
  const step = useStepId();
  const { actions } = useShown();
  const bind = useStepValue<unknown>([...path, 'bind']);
  const confirm = useStepValue<boolean | undefined>([...path, 'confirm']);
  const chosen = actions.find(({ name }) => name === tool.action);
  return (
    <>
      <ActionSelect
        path={[...path, 'action']}
        value={tool.action}
        onChange={(action) => execute(alone(configureStep({ step, path, value: { action, bind: {} } })))}
      />
      <FieldRow label={t('toolConfirm')} help={t('toolConfirm.help')}>
        {(id) => (
          <Select
            id={id}
            className="full"
            value={confirm.value === undefined ? 'auto' : confirm.value ? 'yes' : 'no'}
            disabled={readOnly}
            options={(['auto', 'yes', 'no'] as const).map((value) => ({ value, label: t(`toolConfirm.${value}`) }))}
            onChange={(next) => confirm.write(next === 'auto' ? undefined : next === 'yes')}
          />
        )}
      </FieldRow>
      <More>
        <p className="field-help">{t('bind.help')}</p>
        {chosen?.input === undefined ? (
          <JsonField label={t('bind')} value={bind.value} write={(value) => bind.write(value ?? {})} />
        ) : (
          <ActionInput schema={chosen.input} path={[...path, 'bind']} optional />
        )}
        <ConnectionField
          path={[...path, 'connection']}
          label={t('connection')}
          help={t('connection.help')}
          plugin={tool.action.split('.')[0] ?? ''}
        />
      </More>
    </>
  );
}

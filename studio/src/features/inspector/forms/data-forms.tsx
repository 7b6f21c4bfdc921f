import type { StepOf } from '@scenarium/language';
import { Select } from 'antd';
import { configureStep } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { ChoiceField, ExpressionField, NumberField, SwitchField, TemplateField } from '../fields/step-fields.tsx';
import { StepRows } from '../fields/StepRows.tsx';
import { VariableField } from '../fields/VariableField.tsx';
import { alone } from '../model/alone.ts';
import type { Path } from '../step-form.ts';
import { useTexts } from '../texts.ts';

type Assignment = StepOf<'set'>['assign'][number];
type Operation = StepOf<'transform'>['operations'][number];

export function SetForm({ step }: { step: StepOf<'set'> }) {
  const t = useTexts();
  const variable = step.assign.at(-1)?.variable ?? 'value';
  return (
    <StepRows<Assignment>
      path={['assign']}
      title={t('assign')}
      help={t('assign.help')}
      add={t('addAssignment')}
      min={1}
      max={50}
      fresh={() => ({ variable, value: 'null' })}
    >
      {(_, path) => (
        <>
          <VariableField path={[...path, 'variable']} label={t('variable')} required />
          <ExpressionField path={[...path, 'value']} label={t('value')} />
        </>
      )}
    </StepRows>
  );
}

export function TransformForm({ step }: { step: StepOf<'transform'> }) {
  const t = useTexts();
  return (
    <>
      <ExpressionField path={['from']} label={t('from')} help={t('from.help')} expected="list" />
      <StepRows<Operation>
        path={['operations']}
        title={t('operations')}
        help={t('operations.help')}
        add={t('addOperation')}
        min={1}
        max={20}
        fresh={() => ({ op: 'filter', where: 'item != null' })}
      >
        {(operation, path) => <OperationFields step={step.id} operation={operation} path={path} />}
      </StepRows>
      <VariableField path={['saveTo']} label={t('saveTo')} required />
    </>
  );
}

const blanks: { [O in Operation['op']]: Extract<Operation, { op: O }> } = {
  filter: { op: 'filter', where: 'item != null' },
  map: { op: 'map', to: 'item' },
  sort: { op: 'sort', by: 'item', descending: false },
  unique: { op: 'unique', by: 'item' },
  take: { op: 'take', count: 5 },
  format: { op: 'format', template: '{{ item }}', separator: '\n' },
  count: { op: 'count' },
};
const OPERATIONS = Object.keys(blanks) as Operation['op'][];
const locals = ['item', 'index'];

function OperationFields({ step, operation, path }: { step: string; operation: Operation; path: Path }) {
  const t = useTexts();
  const { execute, readOnly } = useEditor();
  return (
    <>
      <FieldRow label={t('operation')}>
        {(id) => (
          <Select
            id={id}
            className="full"
            value={operation.op}
            disabled={readOnly}
            options={OPERATIONS.map((op) => ({ value: op, label: t(`op.${op}`) }))}
            onChange={(op: Operation['op']) => execute(alone(configureStep({ step, path, value: blanks[op] })))}
          />
        )}
      </FieldRow>
      {operation.op === 'filter' && (
        <ExpressionField path={[...path, 'where']} label={t('where')} expected="boolean" locals={locals} />
      )}
      {operation.op === 'map' && <ExpressionField path={[...path, 'to']} label={t('mapTo')} locals={locals} />}
      {(operation.op === 'sort' || operation.op === 'unique') && (
        <ExpressionField path={[...path, 'by']} label={t('by')} locals={locals} />
      )}
      {operation.op === 'sort' && <SwitchField path={[...path, 'descending']} label={t('descending')} />}
      {operation.op === 'take' && <NumberField path={[...path, 'count']} label={t('takeCount')} min={0} max={1_000} />}
      {operation.op === 'format' && (
        <>
          <TemplateField path={[...path, 'template']} label={t('itemTemplate')} rows={2} locals={locals} />
          <ChoiceField
            path={[...path, 'separator']}
            label={t('separator')}
            options={[
              { value: '\n', label: t('separator.line') },
              { value: ', ', label: t('separator.comma') },
              { value: ' ', label: t('separator.space') },
              { value: '', label: t('separator.none') },
            ]}
          />
        </>
      )}
    </>
  );
}

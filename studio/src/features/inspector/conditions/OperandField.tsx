import { Button, Input, InputNumber, Select } from 'antd';
import type { VariableType } from '@scenarium/language';
import { useEditor } from '../../scenarios/editor.ts';
import type { Names } from '../model/completions.ts';
import { dateIn, writtenDate } from '../model/dates.ts';
import { readScalar, shownScalar, type Scalar } from '../model/scalars.ts';
import { useTexts } from '../texts.ts';
import type { Operand } from './condition.ts';

interface OperandFieldProps {
  operand: Operand;
  type: VariableType;
  names: Names;
  onChange(operand: Operand): void;
}

/** What is compared with: a value of the variable's type, or another variable. */
export function OperandField({ operand, type, names, onChange }: OperandFieldProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const isPath = 'path' in operand;
  const same = Object.keys(names).filter((name) => type === 'any' || names[name] === type || names[name] === 'any');
  const [first = 'message.text'] = same;
  return (
    <div className="operand">
      {isPath ? (
        <Select
          size="small"
          aria-label={t('otherVariable')}
          showSearch
          popupMatchSelectWidth={false}
          value={operand.path}
          disabled={readOnly}
          options={(same.includes(operand.path) ? same : [operand.path, ...same]).map((name) => ({
            value: name,
            label: name,
          }))}
          onChange={(path: string) => onChange({ path })}
        />
      ) : Array.isArray(operand.value) ? (
        <Select
          size="small"
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-label={t('values')}
          value={operand.value.map(shownScalar)}
          disabled={readOnly}
          placeholder={t('values.placeholder')}
          onChange={(next: string[]) => onChange({ value: next.map((one) => read(one, type)) })}
        />
      ) : (
        <ValueField value={operand.value} type={type} onChange={(value) => onChange({ value })} />
      )}
      {!readOnly && !('value' in operand && Array.isArray(operand.value)) && (
        <Button
          type="text"
          size="small"
          className="mono"
          aria-label={t(isPath ? 'withValue' : 'withVariable')}
          title={t(isPath ? 'withValue' : 'withVariable')}
          onClick={() => onChange(isPath ? { value: type === 'number' ? 0 : '' } : { path: first })}
        >
          {isPath ? '"…"' : '{ }'}
        </Button>
      )}
    </div>
  );
}

function ValueField({ value, type, onChange }: { value: Scalar; type: VariableType; onChange(value: Scalar): void }) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const shared = { size: 'small', 'aria-label': t('value'), disabled: readOnly } as const;
  if (type === 'number' && (typeof value === 'number' || value === ''))
    return (
      <InputNumber
        {...shared}
        className="full"
        value={value === '' ? null : value}
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  if ((type === 'date' || type === 'datetime') && typeof value === 'string') {
    const time = type === 'datetime';
    const shown = value === '' ? '' : dateIn(JSON.stringify(value), time);
    if (shown !== undefined)
      return (
        <Input
          {...shared}
          type={time ? 'datetime-local' : 'date'}
          value={shown}
          onChange={({ target }) =>
            target.value !== '' && onChange(JSON.parse(writtenDate(target.value, time)) as string)
          }
        />
      );
  }
  const isText = type === 'text' && typeof value === 'string';
  return (
    <Input
      {...shared}
      value={isText ? value : shownScalar(value)}
      onChange={({ target }) => onChange(isText ? target.value : read(target.value, type))}
    />
  );
}

function read(typed: string, type: VariableType): Scalar {
  return type === 'text' ? typed : readScalar(typed);
}

import { Select } from 'antd';
import { useEditor } from '../../scenarios/editor.ts';
import type { Names } from '../model/completions.ts';
import { useTexts } from '../texts.ts';
import { BARE, type Operator, type Row } from './condition.ts';
import { freshRow, refitted } from './fresh-row.ts';
import { OperandField } from './OperandField.tsx';
import { operatorsFor } from './operators-for.ts';

interface ConditionRowProps {
  row: Row;
  names: Names;
  onChange(row: Row): void;
}

/** One comparison: what, how, with what. */
export function ConditionRow({ row, names, onChange }: ConditionRowProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const { left, operator } = row;
  const type = names[left] ?? 'any';
  const known = Object.keys(names);
  const operators = operatorsFor[type].includes(operator) ? operatorsFor[type] : [operator, ...operatorsFor[type]];
  return (
    <div className="condition-row">
      <Select
        size="small"
        aria-label={t('conditionOf')}
        showSearch
        popupMatchSelectWidth={false}
        value={left}
        disabled={readOnly}
        status={known.includes(left) || left.includes('.') ? '' : 'error'}
        options={(known.includes(left) ? known : [left, ...known]).map((name) => ({ value: name, label: name }))}
        onChange={(name: string) => onChange(names[name] === type ? { ...row, left: name } : freshRow(names, name))}
      />
      <Select<Operator>
        size="small"
        aria-label={t('operator')}
        popupMatchSelectWidth={false}
        value={operator}
        disabled={readOnly}
        options={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
        onChange={(next) => onChange(refitted({ ...row, operator: next }, type))}
      />
      {!BARE.includes(operator) && row.right && (
        <OperandField
          operand={row.right}
          type={type === 'list' ? 'any' : type}
          names={names}
          onChange={(right) => onChange({ ...row, right })}
        />
      )}
    </div>
  );
}

import { Button, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import type { Outcome } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useVariables } from '../document-hooks.ts';
import { CodeField } from '../fields/CodeField.tsx';
import { Rows } from '../fields/Rows.tsx';
import { readable } from '../model/completions.ts';
import { useTexts } from '../texts.ts';
import { ConditionRow } from './ConditionRow.tsx';
import type { Condition } from './condition.ts';
import { freshRow } from './fresh-row.ts';
import { fromExpression } from './from-expression.ts';
import { toExpression } from './to-expression.ts';

interface ConditionFieldProps {
  label: string;
  value: string;
  write(expression: string): Outcome<unknown>;
}

/** A condition: as rows where rows can say it, otherwise (or by choice) as an expression. */
export function ConditionField({ label, value, write }: ConditionFieldProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const names = readable(useVariables());
  const [asText, setAsText] = useState(false);
  const condition: Condition | undefined = value === '' ? { join: 'and', rows: [] } : fromExpression(value);

  if (asText || !condition)
    return (
      <CodeField
        language="expression"
        label={label}
        value={value}
        expected="boolean"
        rows={2}
        write={write}
        extra={
          <Tooltip title={condition ? '' : t('rowsCannot')}>
            <Button
              type="link"
              size="small"
              className="field-tool"
              disabled={!condition}
              onClick={() => setAsText(false)}
            >
              {t('asRows')}
            </Button>
          </Tooltip>
        }
      />
    );

  const set = (next: Condition): void => void write(toExpression(next));
  const { join, rows } = condition;
  return (
    <div className="condition">
      <div className="field-head">
        <span className="field-label">{label}</span>
        {rows.length > 1 && (
          <Segmented
            size="small"
            aria-label={t('join')}
            value={join}
            disabled={readOnly}
            options={(['and', 'or'] as const).map((one) => ({ value: one, label: t(`join.${one}`) }))}
            onChange={(next) => set({ join: next, rows })}
          />
        )}
        <Button type="link" size="small" className="field-tool" onClick={() => setAsText(true)}>
          {t('asExpression')}
        </Button>
      </div>
      <Rows
        title={label}
        items={rows}
        keyOf={(_, i) => String(i)}
        add={t('addRow')}
        min={1}
        max={30}
        onAdd={() => set({ join, rows: [...rows, freshRow(names)] })}
        onRemove={(i) => set({ join, rows: rows.toSpliced(i, 1) })}
      >
        {(row, i) => (
          <ConditionRow row={row} names={names} onChange={(next) => set({ join, rows: rows.toSpliced(i, 1, next) })} />
        )}
      </Rows>
    </div>
  );
}

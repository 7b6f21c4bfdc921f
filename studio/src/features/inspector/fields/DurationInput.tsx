import { InputNumber, Select, Space } from 'antd';
import { amountOf, durationOf, UNITS, type Unit } from '../model/amounts.ts';
import { useTexts } from '../texts.ts';

interface DurationInputProps {
  id: string;
  value: string | undefined;
  disabled: boolean;
  /** Undefined: it was emptied. */
  onChange(duration: string | undefined): void;
}

const SHORTEST_FIRST = (Object.keys(UNITS) as Unit[]).reverse();

/** How long: a number and a unit. */
export function DurationInput({ id, value, disabled, onChange }: DurationInputProps) {
  const t = useTexts();
  const amount = value === undefined ? undefined : amountOf(value);
  return (
    <Space.Compact block>
      <InputNumber
        id={id}
        min={0}
        precision={0}
        className="full"
        value={amount?.amount ?? null}
        placeholder={t('unlimited')}
        disabled={disabled}
        onChange={(next) =>
          onChange(next === null ? undefined : durationOf({ amount: next, unit: amount?.unit ?? 'm' }))
        }
      />
      <Select<Unit>
        aria-label={t('unit')}
        value={amount?.unit ?? 'm'}
        disabled={disabled || !amount}
        options={SHORTEST_FIRST.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(unit) => amount && onChange(durationOf({ amount: amount.amount, unit }))}
      />
    </Space.Compact>
  );
}

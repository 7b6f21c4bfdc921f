import { Button } from 'antd';
import { useState } from 'react';
import { amountOf } from '../model/amounts.ts';
import { useProblemsAt, useStepValue } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { asField } from './as-field.ts';
import { DurationInput } from './DurationInput.tsx';
import { FieldRow } from './FieldRow.tsx';
import { TemplateField, type StepFieldProps } from './step-fields.tsx';

interface DurationFieldProps extends StepFieldProps {
  required?: boolean;
  /** It is known beforehand: no template. */
  fixed?: boolean;
}

/** How long: a number and a unit, or a template that gives both. */
export const DurationField = asField(function DurationField({
  required = false,
  fixed = false,
  ...props
}: DurationFieldProps) {
  const t = useTexts();
  const { path, label, help } = props;
  const { value, write, readOnly } = useStepValue<string | undefined>(path);
  const problems = useProblemsAt(path);
  const amount = value === undefined ? undefined : amountOf(value);
  const [isTemplate, setTemplate] = useState(value !== undefined && !amount);
  const swap = !fixed && (amount !== undefined || value === undefined) && (
    <Button type="link" size="small" className="field-tool" onClick={() => setTemplate(!isTemplate)}>
      {t(isTemplate ? 'asNumber' : 'asTemplate')}
    </Button>
  );
  if (isTemplate) return <TemplateField {...props} optional={!required} extra={swap} placeholder="{{ hours }}h" />;
  return (
    <FieldRow label={label} help={help} problems={problems} extra={!readOnly && swap}>
      {(id) => (
        <DurationInput
          id={id}
          value={value}
          disabled={readOnly}
          onChange={(next) => (next !== undefined || !required) && write(next)}
        />
      )}
    </FieldRow>
  );
});

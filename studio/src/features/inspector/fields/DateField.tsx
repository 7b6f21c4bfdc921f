import { Button, Input } from 'antd';
import { useState } from 'react';
import { dateIn, writtenDate } from '../model/dates.ts';
import { useProblemsAt, useStepValue } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { asField } from './as-field.ts';
import { FieldRow } from './FieldRow.tsx';
import { ExpressionField, type StepFieldProps } from './step-fields.tsx';

/** A date or an instant: chosen from the calendar, or an expression that gives it. */
export const DateField = asField(function DateField({
  time,
  required = false,
  ...props
}: StepFieldProps & { time: boolean; required?: boolean }) {
  const t = useTexts();
  const { path, label, help } = props;
  const { value, write, readOnly } = useStepValue<string | undefined>(path);
  const problems = useProblemsAt(path);
  const date = value === undefined ? '' : dateIn(value, time);
  const [isExpression, setExpression] = useState(date === undefined);
  const swap = date !== undefined && !readOnly && (
    <Button type="link" size="small" className="field-tool" onClick={() => setExpression(!isExpression)}>
      {t(isExpression ? 'asDate' : 'asExpression')}
    </Button>
  );
  if (isExpression || date === undefined)
    return (
      <ExpressionField {...props} optional={!required} expected="text" extra={swap} placeholder='addTime(now, "2h")' />
    );
  return (
    <FieldRow label={label} help={help} problems={problems} extra={swap}>
      {(id) => (
        <Input
          id={id}
          type={time ? 'datetime-local' : 'date'}
          value={date}
          disabled={readOnly}
          onChange={({ target }) => {
            if (target.value !== '') write(writtenDate(target.value, time));
            else if (!required) write(undefined);
          }}
        />
      )}
    </FieldRow>
  );
});

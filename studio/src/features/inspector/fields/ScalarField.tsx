import { Input } from 'antd';
import { readScalar, shownScalar, type Scalar } from '../model/scalars.ts';
import { useProblemsAt, useStepValue } from '../step-form.ts';
import { useTyped } from '../use-typed.ts';
import { asField } from './as-field.ts';
import { FieldRow } from './FieldRow.tsx';
import type { StepFieldProps } from './step-fields.tsx';

/** A text, a number or a truth value, as it is typed. An emptied one is taken out. */
export const ScalarField = asField(function ScalarField({ path, ...row }: StepFieldProps) {
  const { value, write, readOnly } = useStepValue<Scalar | undefined>(path);
  const { text, refusal, type, leave } = useTyped(value === undefined ? '' : shownScalar(value), (typed) =>
    write(typed === '' ? undefined : readScalar(typed)),
  );
  return (
    <FieldRow {...row} refusal={refusal} problems={useProblemsAt(path)}>
      {(id) => (
        <Input
          id={id}
          value={text}
          disabled={readOnly}
          placeholder={row.placeholder}
          onChange={({ target }) => type(target.value)}
          onBlur={leave}
        />
      )}
    </FieldRow>
  );
});

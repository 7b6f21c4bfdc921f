import { Select } from 'antd';
import { readScalar, shownScalar, type Scalar } from '../model/scalars.ts';
import { useProblemsAt, useStepValue } from '../step-form.ts';
import { asField } from './as-field.ts';
import { FieldRow } from './FieldRow.tsx';
import type { StepFieldProps } from './step-fields.tsx';

/** One value or several, as they are typed. */
export const ScalarsField = asField(function ScalarsField({ path, ...row }: StepFieldProps) {
  const { value, write, readOnly } = useStepValue<Scalar | Scalar[]>(path);
  const values = (Array.isArray(value) ? value : value === '' ? [] : [value]).map(shownScalar);
  return (
    <FieldRow {...row} problems={useProblemsAt(path)}>
      {(id) => (
        <Select
          id={id}
          className="full"
          mode="tags"
          open={false}
          suffixIcon={null}
          value={values}
          disabled={readOnly}
          onChange={(next: string[]) => {
            const [only = '', ...others] = next.map(readScalar);
            write(others.length > 0 ? [only, ...others] : only);
          }}
        />
      )}
    </FieldRow>
  );
});

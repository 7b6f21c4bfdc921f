import { Select } from 'antd';
import { useState } from 'react';
import { addVariable, configureStep } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { usePart } from '../document-hooks.ts';
import { together } from '../model/together.ts';
import { useProblemsAt, useStepId, useStepValue } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { asField } from './as-field.ts';
import { FieldRow } from './FieldRow.tsx';
import type { StepFieldProps } from './step-fields.tsx';

/** A variable that the step writes. One that is not there yet is made. */
export const VariableField = asField(function VariableField({
  path,
  required = false,
  ...row
}: StepFieldProps & { required?: boolean }) {
  const { value, write, readOnly } = useStepValue<string | undefined>(path);
  const step = useStepId();
  const { execute } = useEditor();
  return (
    <FieldRow {...row} problems={useProblemsAt(path)}>
      {(id) => (
        <VariableSelect
          id={id}
          label={row.label}
          value={value}
          disabled={readOnly}
          allowClear={!required}
          onChange={write}
          onCreate={(name) =>
            execute(
              together('variable.add', { name }, [
                addVariable({ name, variable: { type: 'any' } }),
                configureStep({ step, path, value: name }),
              ]),
            )
          }
        />
      )}
    </FieldRow>
  );
});

interface VariableSelectProps {
  id?: string;
  label: string;
  value: string | undefined;
  disabled: boolean;
  allowClear: boolean;
  onChange(name: string | undefined): void;
  /** Without it only variables that are there can be chosen. */
  onCreate?(name: string): void;
}

/** Chooses a variable that can be written, or makes one. */
export function VariableSelect({ label, value, onChange, onCreate, ...rest }: VariableSelectProps) {
  const t = useTexts();
  const variables = usePart(({ scenario }) => scenario.variables);
  const [search, setSearch] = useState('');
  const names = Object.keys(variables).filter((name) => variables[name]?.scope !== 'agent');
  const isNew = onCreate && /^[A-Za-z_]\w{0,63}$/.test(search) && !Object.hasOwn(variables, search);
  return (
    <Select
      {...rest}
      className="full"
      aria-label={label}
      value={value ?? null}
      placeholder={t('noVariable')}
      showSearch={{ searchValue: search, onSearch: setSearch }}
      options={[
        ...names.map((name) => ({ value: name, label: name })),
        ...(isNew ? [{ value: search, label: t('createVariable', { name: search }) }] : []),
      ]}
      onChange={(name: string | undefined) => {
        setSearch('');
        if (name === undefined || Object.hasOwn(variables, name)) onChange(name);
        else onCreate?.(name);
      }}
    />
  );
}

import { Input, InputNumber, Select, Switch } from 'antd';
import { asField } from './as-field.ts';
import { FieldRow } from './FieldRow.tsx';
import { CodeField, type CodeFieldProps } from './CodeField.tsx';
import { useProblemsAt, useStepValue, type Path } from '../step-form.ts';
import { useTyped } from '../use-typed.ts';

/** What every field of a step's form is given: where its value is, and its words. */
export interface StepFieldProps {
  path: Path;
  label: string;
  help?: string | undefined;
  placeholder?: string | undefined;
}

type CodeProps = StepFieldProps &
  Pick<CodeFieldProps, 'rows' | 'locals' | 'expected' | 'extra'> & { optional?: boolean };

/** Text with `{{ … }}` in it. An optional one that is emptied is taken out. */
export function TemplateField(props: CodeProps) {
  return <StepCode language="template" {...props} />;
}

/** An expression. */
export function ExpressionField(props: CodeProps) {
  return <StepCode language="expression" {...props} />;
}

const StepCode = asField(function StepCode({
  path,
  optional = false,
  ...rest
}: CodeProps & Pick<CodeFieldProps, 'language'>) {
  const { value, write } = useStepValue<string | undefined>(path);
  return (
    <CodeField
      {...rest}
      problems={useProblemsAt(path)}
      value={value ?? ''}
      write={(text) => write(optional && text === '' ? undefined : text)}
    />
  );
});

/** A plain line of text. */
export const TextField = asField(function TextField({
  path,
  optional = false,
  ...row
}: StepFieldProps & { optional?: boolean }) {
  const { value, write, readOnly } = useStepValue<string | undefined>(path);
  const { text, refusal, type, leave } = useTyped(value ?? '', (typed) =>
    write(optional && typed === '' ? undefined : typed),
  );
  return (
    <FieldRow {...row} refusal={refusal} problems={useProblemsAt(path)}>
      {(id) => (
        <Input
          id={id}
          value={text}
          disabled={readOnly}
          placeholder={row.placeholder}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
      )}
    </FieldRow>
  );
});

interface NumberFieldProps extends StepFieldProps {
  min?: number;
  max?: number;
  step?: number;
  /** May be left out. */
  optional?: boolean;
}

/** A number within its bounds. */
export const NumberField = asField(function NumberField({
  path,
  min,
  max,
  step,
  optional = false,
  ...row
}: NumberFieldProps) {
  const { value, write, readOnly } = useStepValue<number | undefined>(path);
  return (
    <FieldRow {...row} problems={useProblemsAt(path)}>
      {(id) => (
        <InputNumber
          id={id}
          className="full"
          value={value ?? null}
          min={min}
          max={max}
          step={step ?? 1}
          disabled={readOnly}
          placeholder={row.placeholder}
          onChange={(next) => (next !== null || optional) && write(next ?? undefined)}
        />
      )}
    </FieldRow>
  );
});

/** Yes or no. */
export const SwitchField = asField(function SwitchField({ path, label, help }: StepFieldProps) {
  const { value, write, readOnly } = useStepValue<boolean | undefined>(path);
  return (
    <FieldRow
      label={label}
      help={help}
      problems={useProblemsAt(path)}
      extra={
        <Switch
          size="small"
          aria-label={label}
          checked={value === true}
          disabled={readOnly}
          onChange={(next) => write(next)}
        />
      }
    >
      {null}
    </FieldRow>
  );
});

interface ChoiceFieldProps<T extends string> extends StepFieldProps {
  options: readonly { value: T; label: string }[];
  optional?: boolean;
}

/** One of a few words. */
export const ChoiceField = asField(function ChoiceField<T extends string>({
  path,
  options,
  optional = false,
  ...row
}: ChoiceFieldProps<T>) {
  const { value, write, readOnly } = useStepValue<T | undefined>(path);
  return (
    <FieldRow {...row} problems={useProblemsAt(path)}>
      {(id) => (
        <Select<T>
          id={id}
          className="full"
          value={value ?? null}
          options={[...options]}
          allowClear={optional}
          disabled={readOnly}
          placeholder={row.placeholder}
          onChange={(next: T | undefined) => write(next)}
        />
      )}
    </FieldRow>
  );
});

/** Several words, each chosen or typed. */
export const WordsField = asField(function WordsField({
  path,
  options = [],
  ...row
}: StepFieldProps & { options?: readonly string[] }) {
  const { value, write, readOnly } = useStepValue<readonly string[] | undefined>(path);
  return (
    <FieldRow {...row} problems={useProblemsAt(path)}>
      {(id) => (
        <Select
          id={id}
          className="full"
          mode="tags"
          tokenSeparators={['\n']}
          value={[...(value ?? [])]}
          options={options.map((word) => ({ value: word, label: word }))}
          disabled={readOnly}
          placeholder={row.placeholder}
          suffixIcon={null}
          onChange={(next: string[]) => write(next)}
        />
      )}
    </FieldRow>
  );
});

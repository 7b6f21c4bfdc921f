import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { inLanguage } from '../../../i18n/in-language.ts';
import type { FormField } from '../../plugins/fields-of.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { TemplateField } from '../fields/step-fields.tsx';
import { TruthSelect } from '../fields/TruthSelect.tsx';
import { fixedKind } from '../model/fixed-kind.ts';
import { useProblemsAt, useStepValue, type Path } from '../step-form.ts';
import { useTexts } from '../texts.ts';

interface SchemaInputProps {
  field: FormField;
  path: Path;
  optional: boolean;
}

/** A field of an action's input: a fixed value as its plugin wants it drawn, or a template that gives it. */
export function SchemaInput({ field, path, optional }: SchemaInputProps) {
  const t = useTexts();
  const { value, readOnly, write } = useStepValue<unknown>(path);
  const problems = useProblemsAt(path);
  const fixed = fixedKind(field);
  const [isTemplate, setTemplate] = useState(isHole(value));
  const label = `${field.title ? inLanguage(field.title) : field.name}${optional ? '' : ' *'}`;
  const help = field.help && inLanguage(field.help);
  const placeholder = field.initial === undefined ? '' : String(field.initial);
  const swap = fixed !== 'text' && !readOnly && (
    <Button
      type="link"
      size="small"
      className="field-tool"
      onClick={() => {
        if (isTemplate && isHole(value)) write(undefined);
        setTemplate(!isTemplate);
      }}
    >
      {t(isTemplate ? 'asValue' : 'asTemplate')}
    </Button>
  );
  if (fixed === 'text' || isTemplate)
    return (
      <TemplateField
        path={path}
        label={label}
        help={help}
        rows={['multiline', 'code'].includes(field.widget) ? 3 : 1}
        placeholder={field.placeholder ?? ''}
        optional
        extra={swap}
      />
    );
  if (fixed === 'json')
    return <JsonField label={label} help={help ?? t('actionInput.help')} value={value} write={(next) => write(next)} />;
  return (
    <FieldRow label={label} help={help} problems={problems} extra={swap}>
      {(id) =>
        fixed === 'number' ? (
          <InputNumber
            id={id}
            className="full"
            value={typeof value === 'number' ? value : null}
            placeholder={placeholder}
            disabled={readOnly}
            onChange={(next) => write(next ?? undefined)}
          />
        ) : fixed === 'boolean' ? (
          <TruthSelect
            id={id}
            value={typeof value === 'boolean' ? value : undefined}
            placeholder={placeholder}
            onChange={write}
          />
        ) : (
          <Select
            id={id}
            className="full"
            allowClear
            value={(value as string | number | undefined) ?? null}
            placeholder={placeholder}
            disabled={readOnly}
            options={field.options.map((one) => ({ value: one, label: String(one) }))}
            onChange={(next: string | number | undefined) => write(next)}
          />
        )
      }
    </FieldRow>
  );
}

function isHole(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

import type { PluralText } from '@scenarium/language';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Outcome } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { CodeField } from '../fields/CodeField.tsx';
import { useTexts } from '../texts.ts';

type Form = keyof PluralText['forms'];

interface PluralFormsProps {
  label: string;
  locale: string;
  value: PluralText;
  tools: ReactNode;
  write(next: PluralText | string): Outcome<unknown>;
}

/** A text that depends on a number: which number, and the text of each form that its language has. */
export function PluralForms({ label, locale, value, tools, write }: PluralFormsProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const own = formsOf(locale);
  const forms = [...own, ...(Object.keys(value.forms) as Form[]).filter((form) => !own.includes(form))];
  return (
    <fieldset className="rows plural">
      <legend>{label}</legend>
      <CodeField
        language="expression"
        label={t('pluralNumber')}
        value={value.plural}
        expected="number"
        extra={
          <>
            {tools}
            {!readOnly && (
              <Button type="link" size="small" className="field-tool" onClick={() => write(value.forms.other)}>
                {t('oneForm')}
              </Button>
            )}
          </>
        }
        write={(plural) => write({ ...value, plural })}
      />
      {forms.map((form) => (
        <CodeField
          key={form}
          language="template"
          label={t(`form.${form}`)}
          help={form === 'other' ? undefined : examplesOf(locale, form)}
          value={value.forms[form] ?? ''}
          write={(text) => {
            const { [form]: _, ...others } = value.forms;
            const next = text === '' && form !== 'other' ? others : { ...value.forms, [form]: text };
            return write({ ...value, forms: next as PluralText['forms'] });
          }}
        />
      ))}
    </fieldset>
  );
}

function formsOf(locale: string): Form[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories as Form[];
}

/** Some numbers of a form: “1, 21, 31”. */
function examplesOf(locale: string, form: Form): string {
  const rules = new Intl.PluralRules(locale);
  const numbers = Array.from({ length: 40 }, (_, number) => number).filter((number) => rules.select(number) === form);
  return numbers.slice(0, 4).join(', ');
}

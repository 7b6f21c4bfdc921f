import type { StepOf } from '@scenarium/language';
import { Select, Switch } from 'antd';
import { configureStep, freshId } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { KeyField } from '../fields/KeyField.tsx';
import { Rows } from '../fields/Rows.tsx';
import { SwitchField, TextField, WordsField } from '../fields/step-fields.tsx';
import { alone } from '../model/alone.ts';
import { together } from '../model/together.ts';
import { useTexts } from '../texts.ts';

type Llm = StepOf<'llm'>;
type Shape = NonNullable<Llm['fields']>;
type Field = Shape[string];

const TYPES = ['text', 'number', 'boolean', 'date', 'choice', 'list'] as const satisfies Field['type'][];

/** Does the model answer with a text, or with a record? What the record holds. */
export function AnswerShape({ step }: { step: Llm }) {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();
  const entries = Object.entries(step.fields ?? {});
  const change = (fields: Shape | undefined) => configureStep({ step: step.id, path: ['fields'], value: fields });
  const put = (i: number, name: string, field: Field) =>
    change(Object.fromEntries(entries.map((entry, at) => (at === i ? [name, field] : entry))));
  const fresh: Field = { type: 'text', description: '', required: true };

  return (
    <>
      <FieldRow
        label={t('record')}
        help={t('record.help')}
        extra={
          <Switch
            size="small"
            aria-label={t('record')}
            checked={step.fields !== undefined}
            disabled={readOnly}
            onChange={(isOn) =>
              execute(
                together('step.configure', { id: step.id }, [
                  // A record cannot be said.
                  configureStep({ step: step.id, path: ['say'], value: false }),
                  change(isOn ? { answer: fresh } : undefined),
                ]),
              )
            }
          />
        }
      >
        {null}
      </FieldRow>
      {step.fields && (
        <Rows
          title={t('recordFields')}
          items={entries}
          keyOf={(_, i) => String(i)}
          add={t('addField')}
          min={1}
          max={50}
          onAdd={() =>
            execute(
              alone(change({ ...step.fields, [freshId('field', (name) => name in (step.fields ?? {}), '_')]: fresh })),
            )
          }
          onRemove={(i) => execute(alone(change(Object.fromEntries(entries.toSpliced(i, 1)))))}
        >
          {([name, field], i) => (
            <>
              <div className="pair">
                <KeyField label={t('fieldName')} value={name} write={(next) => store.execute(put(i, next, field))} />
                <FieldRow label={t('type')}>
                  {(id) => (
                    <Select<Field['type']>
                      id={id}
                      className="full"
                      value={field.type}
                      disabled={readOnly}
                      options={TYPES.map((value) => ({ value, label: t(`recordType.${value}`) }))}
                      onChange={(type) => {
                        const { values: _, ...rest } = field;
                        execute(
                          alone(put(i, name, { ...rest, type, ...(type === 'choice' && { values: ['a', 'b'] }) })),
                        );
                      }}
                    />
                  )}
                </FieldRow>
              </div>
              {field.type === 'choice' && <WordsField path={['fields', name, 'values']} label={t('values')} />}
              <TextField path={['fields', name, 'description']} label={t('meaning')} />
              <SwitchField path={['fields', name, 'required']} label={t('required')} />
            </>
          )}
        </Rows>
      )}
    </>
  );
}

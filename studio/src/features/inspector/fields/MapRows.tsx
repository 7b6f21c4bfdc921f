import { configureStep, freshId } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { usePart } from '../document-hooks.ts';
import { alone } from '../model/alone.ts';
import { useProblemsAt, useStepId, useStepValue, type Path } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { FieldRow } from './FieldRow.tsx';
import { KeyField } from './KeyField.tsx';
import { Rows } from './Rows.tsx';
import { ExpressionField, TextField } from './step-fields.tsx';
import { VariableSelect } from './VariableField.tsx';

interface MapRowsProps {
  path: Path;
  title: string;
  help: string;
  add: string;
  /** Whose variables the keys are: of the scenario that is called, or of this one. */
  keys: 'theirs' | 'ours';
}

/** Values under the names of variables: what a scenario that is called is given, and what it gives back. */
export function MapRows({ path, keys, ...rest }: MapRowsProps) {
  const t = useTexts();
  const { execute, store, readOnly } = useEditor();
  const step = useStepId();
  const { value: map } = useStepValue<Readonly<Record<string, string>>>(path);
  const variables = usePart(({ scenario }) => scenario.variables);
  const entries = Object.entries(map);
  const change = (next: readonly (readonly [string, string])[]) =>
    configureStep({ step, path, value: Object.fromEntries(next) });
  const rename = (i: number, key: string) =>
    store.execute(change(entries.map(([name, value], at) => [at === i ? key : name, value] as const)));
  const writable = Object.keys(variables).filter((name) => variables[name]?.scope !== 'agent' && !(name in map));

  function add(): void {
    const key = keys === 'ours' ? writable[0] : freshId('value', (one) => one in map, '_');
    if (key !== undefined) execute(alone(change([...entries, [key, keys === 'ours' ? 'result' : 'null']])));
  }

  return (
    <Rows
      {...rest}
      items={entries}
      keyOf={(_, i) => String(i)}
      max={keys === 'ours' ? entries.length + writable.length : 100}
      problems={useProblemsAt(path, true)}
      onAdd={add}
      onRemove={(i) => execute(alone(change(entries.toSpliced(i, 1))))}
    >
      {([key], i) =>
        keys === 'theirs' ? (
          <>
            <KeyField label={t('theirVariable')} value={key} write={(next) => rename(i, next)} />
            <ExpressionField path={[...path, key]} label={t('value')} />
          </>
        ) : (
          <div className="pair">
            <FieldRow label={t('variable')}>
              {(id) => (
                <VariableSelect
                  id={id}
                  label={t('variable')}
                  value={key}
                  disabled={readOnly}
                  allowClear={false}
                  onChange={(next) => next !== undefined && rename(i, next)}
                />
              )}
            </FieldRow>
            <TextField path={[...path, key]} label={t('theirVariable')} />
          </div>
        )
      }
    </Rows>
  );
}

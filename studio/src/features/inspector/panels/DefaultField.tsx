import type { Json, Variable } from '@scenarium/language';
import { Input, InputNumber } from 'antd';
import { changeVariable } from '../../../document/index.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { TruthSelect } from '../fields/TruthSelect.tsx';
import { dateIn, writtenDate } from '../model/dates.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useTexts } from './texts.ts';

/** What a variable holds at the beginning, put in as its type wants it. */
export function DefaultField({ name, variable: { type, default: value } }: { name: string; variable: Variable }) {
  const t = useTexts();
  const { store, readOnly } = useEditor();
  const write = (next: Json | undefined) => store.execute(changeVariable({ name, change: { default: next } }));
  const label = t('default.value');
  const isTime = type === 'datetime';
  const isDate = type === 'date' || isTime;
  const date = typeof value === 'string' ? dateIn(JSON.stringify(value), isTime) : '';

  if (type === 'list' || type === 'object' || type === 'any' || (isDate && date === undefined))
    return <JsonField label={label} value={value} write={(next) => write(next as Json | undefined)} />;
  return (
    <FieldRow label={label} help={t('default.help')}>
      {(id) =>
        type === 'number' ? (
          <InputNumber
            id={id}
            className="full"
            value={typeof value === 'number' ? value : null}
            disabled={readOnly}
            onChange={(next) => write(next ?? undefined)}
          />
        ) : type === 'boolean' ? (
          <TruthSelect id={id} value={typeof value === 'boolean' ? value : undefined} onChange={write} />
        ) : (
          <Input
            id={id}
            type={isTime ? 'datetime-local' : isDate ? 'date' : 'text'}
            value={isDate ? date : typeof value === 'string' ? value : ''}
            disabled={readOnly}
            onChange={({ target }) => {
              if (target.value === '') write(undefined);
              else write(isDate ? (JSON.parse(writtenDate(target.value, isTime)) as string) : target.value);
            }}
          />
        )
      }
    </FieldRow>
  );
}

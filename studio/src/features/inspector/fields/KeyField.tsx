import { Input } from 'antd';
import type { Outcome } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useTyped } from '../use-typed.ts';
import { FieldRow } from './FieldRow.tsx';

interface KeyFieldProps {
  label: string;
  help?: string;
  value: string;
  write(key: string): Outcome<unknown>;
}

/** A line of text that is no value of its own in the step: a name, an id, a setting. */
export function KeyField({ label, help, value, write }: KeyFieldProps) {
  const { readOnly } = useEditor();
  const { text, refusal, type, leave } = useTyped(value, write);
  return (
    <FieldRow label={label} help={help} refusal={refusal}>
      {(id) => (
        <Input id={id} value={text} disabled={readOnly} onChange={({ target }) => type(target.value)} onBlur={leave} />
      )}
    </FieldRow>
  );
}

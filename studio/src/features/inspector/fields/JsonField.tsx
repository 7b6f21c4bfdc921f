import { Input } from 'antd';
import { useState } from 'react';
import type { Outcome } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useTexts } from '../texts.ts';
import { FieldRow } from './FieldRow.tsx';

interface JsonFieldProps {
  label: string;
  help?: string | undefined;
  value: unknown;
  placeholder?: string;
  write(value: unknown): Outcome<unknown>;
}

/** Any JSON value. It stays as it was typed while the field is there, so that what lies below does not move away when it is left. */
export function JsonField({ label, help, value, placeholder, write }: JsonFieldProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const [typed, setTyped] = useState<{ text: string; beside: string }>();
  const written = print(value);
  const text = typed?.beside === written ? typed.text : written;
  const parsed = read(text);
  return (
    <FieldRow label={label} help={help} refusal={parsed.ok ? undefined : t('notJson')}>
      {(id) => (
        <Input.TextArea
          id={id}
          className="mono"
          autoSize={{ minRows: 1, maxRows: 12 }}
          value={text}
          readOnly={readOnly}
          placeholder={placeholder}
          spellCheck={false}
          onChange={({ target }) => {
            const next = read(target.value);
            const isWritten = next.ok && write(next.value).ok;
            setTyped({ text: target.value, beside: isWritten ? print(next.value) : written });
          }}
        />
      )}
    </FieldRow>
  );
}

function print(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

function read(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

import type { Json } from '@scenarium/language';
import { Input } from 'antd';
import { useState } from 'react';

interface JsonFieldProps {
  value: Json | undefined;
  label: string;
  /** The value is a text, written as it is. */
  asText?: boolean;
  disabled?: boolean;
  minRows?: number;
  onChange(value: Json): void;
}

/** A value written as JSON, given on when it is JSON and the field is left. */
export function JsonField({ value, label, asText = false, disabled = false, minRows = 1, onChange }: JsonFieldProps) {
  const shown = asText && isText(value) ? (value ?? '') : JSON.stringify(value ?? null, null, minRows > 1 ? 2 : 0);
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? undefined : asText ? typed : readJson(typed);
  const leave = (): void => {
    if (read === undefined) return;
    setTyped(null);
    if (JSON.stringify(read) !== JSON.stringify(value)) onChange(read);
  };
  return (
    <Input.TextArea
      className={asText ? '' : 'mono'}
      aria-label={label}
      autoSize={{ minRows, maxRows: 8 }}
      disabled={disabled}
      status={typed !== null && read === undefined ? 'error' : ''}
      value={typed ?? shown}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={leave}
      onPressEnter={(event) => {
        if (event.shiftKey || minRows > 1) return;
        event.preventDefault();
        leave();
      }}
    />
  );
}

const isText = (value: Json | undefined): value is string | null | undefined =>
  value === null || value === undefined || typeof value === 'string';

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

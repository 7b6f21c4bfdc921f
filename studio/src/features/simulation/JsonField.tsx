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

/**
 * A value written as JSON, given on when it is JSON and the field is left. It stays as it was typed then, so that what lies below does
 * not move away from under the mouse that left the field.
 */
export function JsonField({ value, label, asText = false, disabled = false, minRows = 1, onChange }: JsonFieldProps) {
  const shown = asText && isText(value) ? (value ?? '') : JSON.stringify(value ?? null, null, minRows > 1 ? 2 : 0);
  const [typed, setTyped] = useState<{ text: string; isLeft?: true } | null>(null);
  const read = typed === null ? undefined : asText ? typed.text : readJson(typed.text);
  const isOther = JSON.stringify(read) !== JSON.stringify(value);
  const leave = (): void => {
    if (typed === null || read === undefined) return;
    setTyped({ ...typed, isLeft: true });
    if (isOther) onChange(read);
  };
  return (
    <Input.TextArea
      className={asText ? '' : 'mono'}
      aria-label={label}
      autoSize={{ minRows, maxRows: 8 }}
      disabled={disabled}
      status={typed !== null && read === undefined ? 'error' : ''}
      value={typed === null || (typed.isLeft && isOther) ? shown : typed.text}
      onChange={({ target }) => setTyped({ text: target.value })}
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

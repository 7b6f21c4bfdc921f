export type Scalar = string | number | boolean | null;

/**
 * A value as it is typed into one field: texts as they are, in quotes where they would be read as something else.
 *
 * @example shownScalar('42') // '"42"'
 */
export function shownScalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  return readScalar(value) === value ? value : JSON.stringify(value);
}

/** The value that somebody typed: a number, true, false, null, a text in quotes, or else the text itself. */
export function readScalar(typed: string): Scalar {
  const text = typed.trim();
  if (!/^(-?\d+(\.\d+)?|true|false|null|".*")$/s.test(text)) return typed;
  try {
    const value = JSON.parse(text) as Scalar;
    return typeof value === 'number' && String(value) !== text ? typed : value;
  } catch {
    return typed;
  }
}

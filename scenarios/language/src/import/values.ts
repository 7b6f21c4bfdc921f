/** An object of a foreign file: nothing is known of its fields. */
export type Data = Readonly<Record<string, unknown>>;

/** The object, or an empty one where something else stands. */
export function dataOf(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

/** The objects of a list; whatever else is in it is left out. */
export function listOf(value: unknown): Data[] {
  return Array.isArray(value)
    ? value.filter((item): item is Data => typeof item === 'object' && item !== null && !Array.isArray(item))
    : [];
}

/** The texts of a list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : [];
}

/** A text that is not empty, or a number as a text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A finite number, also one that is written as a text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A point of the drawing. */
export function pointOf(value: unknown): { x: number; y: number } {
  const { x, y } = dataOf(value);
  return { x: Math.round(numberOf(x) ?? 0), y: Math.round(numberOf(y) ?? 0) };
}

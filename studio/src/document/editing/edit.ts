import type { Rows, TableName } from './rows.ts';

/**
 * The smallest change of a document: an entry comes (no `before`), goes (no `after`) or becomes another.
 * `position` is where it came or went.
 */
export type Edit = { [T in TableName]: EditOf<T> }[TableName];

export interface EditOf<T extends TableName> {
  table: T;
  key: string;
  before: Rows[T] | undefined;
  after: Rows[T] | undefined;
  position: number;
}

/** The edits that take edits back, in the order to apply them. */
export function inverse(edits: readonly Edit[]): Edit[] {
  return edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before }) as Edit).reverse();
}

import type { Flow, Note, Scenario, Step, Text, Trigger, Variable } from '@scenarium/language';

/** A place on the canvas. */
export interface Point {
  x: number;
  y: number;
}

/** The texts of one locale. */
export type Texts = Readonly<Record<string, Text>>;

/** The fields of a scenario that hold one value each. */
export type HeadField = 'id' | 'name' | 'description' | 'locales' | 'timezone' | 'fallback' | 'limits';
export type HeadValue<F extends HeadField = HeadField> = Scenario[F];

/** What a scenario is made of: table → what one entry of it is. */
export interface Rows {
  steps: Step;
  flows: Flow;
  triggers: Trigger;
  variables: Variable;
  messages: Texts;
  layout: Point;
  notes: Note;
  head: HeadValue;
}
export type TableName = keyof Rows;

/** Tables that a document keeps as lists of things with an `id`. */
export const LISTS = ['steps', 'flows', 'triggers', 'notes'] as const;
/** Tables that a document keeps as objects. */
export const RECORDS = ['variables', 'messages', 'layout'] as const;
export const HEAD: readonly HeadField[] = ['id', 'name', 'description', 'locales', 'timezone', 'fallback', 'limits'];

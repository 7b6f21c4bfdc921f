import type { Flow, Scenario, Step, Text } from '@scenarium/language';
import type { Use } from '../references/uses.ts';
import type { Rows, TableName } from './rows.ts';

/** What can be asked of an open document at once, however large it is. Queries and views are written against this. */
export interface DocumentIndex {
  /** The document as of the last finished command. */
  readonly scenario: Scenario;
  keys(table: TableName): readonly string[];
  get<T extends TableName>(table: T, key: string): Rows[T] | undefined;
  step(id: string): Step | undefined;
  flow(id: string): Flow | undefined;
  /** Flows that leave a step, in the order in which they are tried. */
  flowsFrom(step: string): readonly Flow[];
  flowsTo(step: string): readonly Flow[];
  text(locale: string, message: string): Text | undefined;
  usesOf(variable: string): Use[];
  /** Ids of the steps that say a text. */
  speakersOf(message: string): ReadonlySet<string>;
}

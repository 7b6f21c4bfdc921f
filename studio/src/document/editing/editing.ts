import type { Flow, Scenario, Step, Text } from '@scenarium/language';
import { UseIndex } from '../references/use-index.ts';
import type { Use } from '../references/uses.ts';
import type { DocumentIndex } from './document-index.ts';
import { inverse, type Edit } from './edit.ts';
import { FlowIndex } from './flow-index.ts';
import type { HeadField, HeadValue, Rows, TableName } from './rows.ts';
import type { Table } from './table.ts';
import { tablesOf, withTables, type Tables } from './tables-of.ts';

/**
 * A document being edited. Commands read and change it through here; each change is written down, so that it can be taken back.
 * Nobody sees a change before `commit`.
 */
export class Editing implements DocumentIndex {
  #scenario: Scenario;
  readonly #tables: Tables;
  readonly #flows: FlowIndex;
  #uses: UseIndex | undefined;
  readonly #touched = new Set<TableName>();
  #journal: Edit[] = [];

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#tables = tablesOf(scenario);
    this.#flows = new FlowIndex(scenario.flows);
  }

  get scenario(): Scenario {
    return this.#scenario;
  }

  get<T extends TableName>(table: T, key: string): Rows[T] | undefined {
    return this.#table(table).get(key);
  }

  keys(table: TableName): readonly string[] {
    return this.#tables[table].keys;
  }

  position(table: TableName, key: string): number {
    return this.#tables[table].position(key);
  }

  step(id: string): Step | undefined {
    return this.get('steps', id);
  }

  flow(id: string): Flow | undefined {
    return this.get('flows', id);
  }

  flowsFrom(step: string): readonly Flow[] {
    return this.#flows.at('from', step, this.#tables.flows);
  }

  flowsTo(step: string): readonly Flow[] {
    return this.#flows.at('to', step, this.#tables.flows);
  }

  text(locale: string, message: string): Text | undefined {
    return this.get('messages', locale)?.[message];
  }

  head<F extends HeadField>(field: F): HeadValue<F> {
    return this.get('head', field) as HeadValue<F>;
  }

  usesOf(variable: string): Use[] {
    return this.#useIndex().usesOf(variable);
  }

  speakersOf(message: string): ReadonlySet<string> {
    return this.#useIndex().speakersOf(message);
  }

  /** Writes an entry: over the one of that key, or as a new one at `position` (the end when left out). */
  put<T extends TableName>(table: T, key: string, value: Rows[T], position = this.#tables[table].size): void {
    const before = this.get(table, key);
    if (before === value) return;
    const at = before === undefined ? position : -1;
    this.#do({ table, key, before, after: value, position: at } as Edit);
  }

  remove(table: TableName, key: string): void {
    const before = this.get(table, key);
    if (before === undefined) return;
    this.#do({ table, key, before, after: undefined, position: this.position(table, key) } as Edit);
  }

  /** Puts an entry under another key where the old one stood. */
  rekey<T extends TableName>(table: T, key: string, to: string, value: Rows[T]): void {
    const position = this.position(table, key);
    this.remove(table, key);
    this.put(table, to, value, position);
  }

  move(table: TableName, key: string, position: number): void {
    const value = this.get(table, key);
    if (value === undefined || this.position(table, key) === position) return;
    this.remove(table, key);
    this.put(table, key, value, position);
  }

  /** Does edits that were written down earlier. */
  apply(edits: readonly Edit[]): void {
    for (const edit of edits) this.#do(edit);
  }

  /** How many edits are written down: what `rollBack` goes back to. */
  mark(): number {
    return this.#journal.length;
  }

  rollBack(mark: number): void {
    for (const edit of inverse(this.#journal.slice(mark))) this.#enact(edit);
    this.#journal.length = mark;
  }

  /** Shows the changes: the edits since the last commit and the document they made. `known`: that document, where it is known. */
  commit(known?: Scenario): { edits: Edit[]; scenario: Scenario } {
    const edits = this.#journal;
    this.#journal = [];
    if (edits.length > 0) this.#scenario = known ?? withTables(this.#scenario, this.#tables, this.#touched);
    this.#touched.clear();
    return { edits, scenario: this.#scenario };
  }

  #table<T extends TableName>(table: T): Table<Rows[T]> {
    return this.#tables[table] as unknown as Table<Rows[T]>;
  }

  #do(edit: Edit): void {
    this.#enact(edit);
    this.#journal.push(edit);
  }

  #enact(edit: Edit): void {
    const table = this.#tables[edit.table] as Table<unknown>;
    if (edit.before === undefined) table.insert(edit.key, edit.after, edit.position);
    else if (edit.after === undefined) table.remove(edit.key);
    else table.replace(edit.key, edit.after);
    this.#touched.add(edit.table);
    if (edit.table === 'flows') this.#flows.update(edit.before, edit.after);
    this.#uses?.update(edit);
  }

  /** Made when it is first asked for: a document that is only looked at has no need of it. */
  #useIndex(): UseIndex {
    if (this.#uses) return this.#uses;
    const index = new UseIndex();
    for (const table of ['steps', 'flows', 'messages'] as const)
      for (const [key, after] of this.#table(table).entries())
        index.update({ table, key, before: undefined, after, position: -1 } as Edit);
    this.#uses = index;
    return index;
  }
}

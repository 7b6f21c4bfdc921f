import type { Scenario } from '@scenarium/language';
import { HEAD, LISTS, RECORDS, type Rows, type TableName } from './rows.ts';
import { Table } from './table.ts';

export type Tables = { readonly [T in TableName]: Table<Rows[T]> };

/** A document taken apart into tables. */
export function tablesOf(scenario: Scenario): Tables {
  return {
    steps: byId(scenario.steps),
    flows: byId(scenario.flows),
    triggers: byId(scenario.triggers),
    variables: new Table(Object.entries(scenario.variables)),
    messages: new Table(Object.entries(scenario.messages)),
    layout: new Table(Object.entries(scenario.layout ?? {})),
    notes: byId(scenario.notes ?? []),
    head: new Table(HEAD.filter((field) => scenario[field] !== undefined).map((field) => [field, scenario[field]])),
  };
}

/** The document again; what was not touched is what it was. */
export function withTables(before: Scenario, tables: Tables, touched: ReadonlySet<TableName>): Scenario {
  const after: Record<string, unknown> = { ...before };
  for (const list of LISTS) if (touched.has(list)) after[list] = tables[list].values();
  for (const record of RECORDS)
    if (touched.has(record)) after[record] = Object.fromEntries<unknown>(tables[record].entries());
  for (const layer of ['layout', 'notes'] as const)
    if (touched.has(layer) && tables[layer].size === 0) delete after[layer];
  if (touched.has('head')) {
    for (const field of HEAD) {
      const value = tables.head.get(field);
      if (value === undefined) delete after[field];
      else after[field] = value;
    }
  }
  return after as Scenario;
}

function byId<V extends { id: string }>(items: readonly V[]): Table<V> {
  return new Table(items.map((item) => [item.id, item]));
}

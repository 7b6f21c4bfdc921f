import type { Aggregate, Query, Schema } from 'mongoose';

/** A query that names no organisation: a mistake of ours that must not reach the database. */
class TenantMissing extends Error {
  readonly code = 'tenant_missing';

  constructor(operation: string, model: string) {
    super(`${operation} on ${model} names no tenant: add { tenant } to the filter`);
    this.name = 'TenantMissing';
  }
}

const QUERIES = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'findOneAndReplace',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'countDocuments',
  'estimatedDocumentCount',
  'distinct',
] as const;

/** What one operation of `bulkWrite` aims at. */
interface Aim {
  filter?: { tenant?: unknown };
  document?: { tenant?: unknown };
}

/**
 * Mongoose plugin for everything an organisation owns: adds `tenant` and refuses every operation that does not name one.
 *
 * @throws TenantMissing (`tenant_missing`) from any query, update, delete, aggregate, insert or bulk write without it
 * @example AgentSchema.plugin(tenantScoped)
 */
export function tenantScoped(schema: Schema): void {
  schema.add({ tenant: { type: String, required: true, immutable: true } });
  for (const operation of QUERIES) {
    schema.pre(operation, function (this: Query<unknown, unknown>) {
      demand(this.getFilter()['tenant'], operation, this.model.modelName);
    });
  }
  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    const [first] = this.pipeline() as { $match?: { tenant?: unknown } }[];
    demand(first?.$match?.tenant, 'aggregate', this.model().modelName);
  });
  schema.pre('validate', function () {
    demand(this.get('tenant'), 'save', modelNameOf(this.constructor));
  });
  schema.pre('insertMany', function (documents: { tenant?: unknown } | { tenant?: unknown }[]) {
    for (const { tenant } of [documents].flat()) demand(tenant, 'insertMany', this.modelName);
  });
  schema.pre('bulkWrite', function (operations) {
    for (const operation of operations) {
      for (const aim of Object.values(operation) as Aim[])
        demand((aim.filter ?? aim.document)?.tenant, 'bulkWrite', this.modelName);
    }
  });
}

function demand(tenant: unknown, operation: string, model: string): void {
  if (typeof tenant !== 'string' || tenant === '') throw new TenantMissing(operation, model);
}

function modelNameOf(model: unknown): string {
  return (model as { modelName?: string }).modelName ?? 'a subdocument';
}

import type { Aggregate, Query, Schema } from 'mongoose';

/** A query that names no organisation: a mistake of ours that must not reach the database. */
export class TenantMissing extends Error {
  readonly code = 'tenant_missing';
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
  'distinct',
] as const;

/**
 * Mongoose plugin for everything an organisation owns: adds `tenant` and refuses every query without it.
 * @example AgentSchema.plugin(tenantScoped)
 */
export function tenantScoped(schema: Schema): void {
  schema.add({ tenant: { type: String, required: true, immutable: true } });
  for (const operation of QUERIES) {
    schema.pre(operation, function (this: Query<unknown, unknown>) {
      if (typeof this.getFilter()['tenant'] !== 'string')
        throw new TenantMissing(`${operation} on ${this.model.modelName} names no tenant`);
    });
  }
  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    const [first] = this.pipeline() as { $match?: { tenant?: unknown } }[];
    if (typeof first?.$match?.tenant !== 'string')
      throw new TenantMissing('aggregate names no tenant in its first stage');
  });
}

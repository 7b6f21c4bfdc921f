import { z } from 'zod';

/** A connection that offers models, by its name, and which of its models: `main` or `main:gpt-4o-mini`. The agent's own when absent. */
export const ModelReference = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,49}(:\S{1,150})?$/, 'must be "connection" or "connection:model"');

/** A field of a structured answer. `choice` is one of `values`; `list` holds texts. */
const Field = z.strictObject({
  type: z.enum(['text', 'number', 'boolean', 'date', 'choice', 'list']),
  description: z.string().max(500).default(''),
  values: z.array(z.string().min(1).max(100)).min(1).max(50).optional(),
  required: z.boolean().default(true),
});

/** The shape of a structured answer: what a model has to fill in. */
export const Fields = z
  .record(z.string().regex(/^[A-Za-z_]\w{0,63}$/, 'must be an identifier'), Field)
  .refine((fields) => Object.keys(fields).length > 0 && Object.keys(fields).length <= 50, 'must have 1 to 50 fields')
  .refine(
    (fields) => Object.values(fields).every(({ type, values }) => (type === 'choice') === (values !== undefined)),
    'a choice needs "values", and nothing else has them',
  );
export type Fields = z.infer<typeof Fields>;

/** Names of knowledge bases; all of the organisation's when empty. */
export const Bases = z.array(z.string().min(1).max(64)).max(20).default([]);

/** How a step that uses a model may be left beside its own exits. `exhausted`: the organisation's budget is used up. */
export const modelExits = [
  { name: 'exhausted', required: false },
  { name: 'error', required: false },
];

import { z } from 'zod';
import { DurationTemplate, Expression, Id, MessageId, Template, VariableName } from '../document/names.ts';
import { stepBase, type Exit, type StepDefinition } from './definition.ts';
import { ModelReference } from './model-parts.ts';

const Option = z.strictObject({
  id: Id,
  label: MessageId,
  /** What the variable gets; the option's id when absent. */
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** Other words that choose it. */
  synonyms: z.array(z.string().max(100)).max(50).default([]),
});

/** What counts as an answer. `date` bounds are expressions that give dates. */
const Answer = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    minLength: z.int().min(0).default(1),
    maxLength: z.int().min(1).max(10_000).default(2_000),
  }),
  z.strictObject({
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal('date'), min: Expression.optional(), max: Expression.optional() }),
  z.strictObject({ type: z.literal('datetime'), min: Expression.optional(), max: Expression.optional() }),
  z.strictObject({ type: z.literal('email') }),
  /** `country`: ISO 3166 code assumed for numbers written without `+`. The variable gets E.164. */
  z.strictObject({ type: z.literal('phone'), country: z.string().length(2).optional() }),
  /** A regular expression in RE2 syntax (linear time) that the whole trimmed answer must match. */
  z.strictObject({ type: z.literal('pattern'), pattern: z.string().min(1).max(500) }),
  z.strictObject({ type: z.literal('choice'), options: z.array(Option).min(1).max(50) }),
]);
export type Answer = z.infer<typeof Answer>;

/**
 * Asks and waits for an answer that satisfies `answer`; asks again with `reprompt` (else the prompt) up to `attempts` answers
 * in all, then leaves by `failed`. A choice leaves by `option:<id>` where such a flow exists, else by `next`. Where the model that
 * checks an answer cannot be reached, `error` is taken if it is drawn, and otherwise the answer is accepted.
 */
export const AskStep = z.strictObject({
  ...stepBase,
  type: z.literal('ask'),
  prompt: MessageId,
  answer: Answer.default({ type: 'text', minLength: 1, maxLength: 2_000 }),
  saveTo: VariableName.optional(),
  reprompt: MessageId.optional(),
  attempts: z.int().min(1).max(20).default(3),
  /** What a model must find true of the answer beside its type: “names a city in Russia”. */
  check: z.strictObject({ criterion: Template.min(1), model: ModelReference.optional() }).optional(),
  timeout: DurationTemplate.optional(),
});
export type AskStep = z.infer<typeof AskStep>;

export const ask: StepDefinition<AskStep> = {
  schema: AskStep,
  waits: true,
  asks: true,
  canFail: false,
  exits: (step) => [
    ...chosen(step),
    { name: 'failed', required: step.answer.type !== 'text' || step.check !== undefined },
    ...(step.timeout ? [{ name: 'timeout', required: true }] : []),
    ...(step.check ? [{ name: 'error', required: false }] : []),
  ],
  texts: (step) => [
    { path: ['prompt'], message: step.prompt },
    ...(step.reprompt ? [{ path: ['reprompt'], message: step.reprompt }] : []),
    ...(step.answer.type === 'choice'
      ? step.answer.options.map((option, i) => ({ path: ['answer', 'options', i, 'label'], message: option.label }))
      : []),
  ],
  expressions: (step) =>
    step.answer.type === 'date' || step.answer.type === 'datetime'
      ? (['min', 'max'] as const).flatMap((bound) => {
          const source = (step.answer as { min?: string; max?: string })[bound];
          return source ? [{ path: ['answer', bound], source, type: 'text' as const }] : [];
        })
      : [],
  templates: (step) => [
    ...(step.timeout ? [{ path: ['timeout'], value: step.timeout }] : []),
    ...(step.check ? [{ path: ['check', 'criterion'], value: step.check.criterion }] : []),
  ],
  writes: (step) => (step.saveTo ? [{ path: ['saveTo'], variable: step.saveTo }] : []),
};

function chosen(step: AskStep): Exit[] {
  const options = step.answer.type === 'choice' ? step.answer.options : [];
  return [
    { name: 'next', required: options.length === 0 },
    ...options.map(({ id }) => ({ name: `option:${id}`, required: false })),
  ];
}

import type { z } from 'zod';
import { Id } from '../document/names.ts';
import { z as zod } from 'zod';

/** Fields every step has. */
export const stepBase = { id: Id, name: zod.string().max(200).optional() };

/** An exit a flow may leave by. `required`: a step without a flow there is a mistake. `many`: several flows may leave by it. */
export interface Exit {
  name: string;
  required: boolean;
  many?: boolean;
}

/** A place inside a step's configuration, relative to the step. */
export type StepPath = (string | number)[];

/** An expression a step evaluates. `type` is what its value must be; `locals` are names bound only there. */
export interface ExpressionUse {
  path: StepPath;
  source: string;
  type: 'boolean' | 'number' | 'text' | 'list' | 'any';
  locals?: string[];
}

/**
 * What the rest of the language must know of a step type: lint, compile and diff are written against this and never against
 * one type. A new step type is one file with one of these.
 */
export interface StepDefinition<S> {
  schema: z.ZodType<S>;
  exits(step: S): Exit[];
  /** Stops until something happens outside of the engine (input, time, an effect). A loop needs one. */
  waits: boolean;
  /** Stops until a person answers. */
  asks?: boolean;
  /** May fail, and so should have an `error` flow. */
  canFail: boolean;
  texts?(step: S): { path: StepPath; message: string }[];
  expressions?(step: S): ExpressionUse[];
  /** JSON or text holding `{{ … }}`. */
  templates?(step: S): { path: StepPath; value: unknown; locals?: string[] }[];
  /** Variables written. */
  writes?(step: S): { path: StepPath; variable: string }[];
}

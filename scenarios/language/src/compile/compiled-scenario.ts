import type { Flow } from '../document/flow.ts';
import type { Scenario } from '../document/scenario.ts';
import type { Json } from '../json.ts';
import type { Step } from '../steps/index.ts';

/** Names an expression sees: variables, and the built-in `contact`, `conversation`, `agent`, `message`, `locale`, `now`. */
export type Bindings = { readonly [name: string]: unknown };

/** A text in the nearest language there is. `missing`: the wanted language does not have it (`text` is empty when none has). */
export interface RenderedText {
  text: string;
  locale: string;
  missing: boolean;
}

/**
 * A scenario ready to be executed: every expression, template and flow table is compiled, nothing is parsed afterwards.
 * Made once by a published version and shared; holds no state.
 */
export interface CompiledScenario {
  readonly scenario: Scenario;
  step(id: string): Step | undefined;
  /** Flows that leave a step by an exit, in document order. */
  flows(step: string, exit: string): readonly Flow[];
  /** The step a trigger starts at; `name` is the command's or event's name. */
  entry(type: 'conversation' | 'command' | 'event' | 'internal', name?: string): string | undefined;
  /** Value of an expression of this document, as plain JSON (no BigInt). @throws ExpressionError */
  evaluate(source: string, bindings: Bindings): Json;
  /** A template value of this document with every `{{ … }}` filled in. @throws ExpressionError */
  render(value: unknown, bindings: Bindings): Json;
  /** A text by message id; `seed` chooses among variants. @throws ExpressionError */
  text(message: string, locale: string, seed: number, bindings: Bindings): RenderedText;
  /** Does the whole trimmed text match an ask step's pattern? Linear time. */
  matches(pattern: string, text: string): boolean;
  /** The nearest locale this scenario has to a wanted one, or to the first of several that has one near; else the default. */
  locale(requested: string | readonly string[]): string;
  /** The scenario that a `call` step names. */
  callee(scenario: string): CompiledScenario | undefined;
}

/** An expression or template that could not be evaluated: `code` is `expression_failed`, `expression_type` or `expression_limit`. */
export class ExpressionError extends Error {
  readonly code: 'expression_failed' | 'expression_type' | 'expression_limit';
  readonly source: string;

  constructor(code: ExpressionError['code'], source: string, message: string) {
    super(message);
    this.name = 'ExpressionError';
    this.code = code;
    this.source = source;
  }
}

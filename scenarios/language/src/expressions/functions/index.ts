import type { LocalisedText } from '../../problem.ts';
import { dateFunctions } from './dates.ts';
import type { FunctionDefinition } from './define.ts';
import { listFunctions } from './lists.ts';
import { macros } from './macros.ts';
import { numberFunctions } from './numbers.ts';
import { textFunctions } from './texts.ts';
import { valueFunctions } from './values.ts';

/** A function as documentation and completion show it. */
export interface ExpressionFunction {
  name: string;
  /** Name and kinds: `round(number, number?): number`. */
  signature: string;
  description: LocalisedText;
  example: string;
}

const definitions: FunctionDefinition[] = [
  ...textFunctions,
  ...numberFunctions,
  ...listFunctions,
  ...dateFunctions,
  ...valueFunctions,
];

/** The functions that take values, by name. All are pure: the same arguments give the same value everywhere. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  definitions.map((definition) => [definition.name, definition]),
);

/** Everything an expression can call. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  ...macros,
  ...definitions.map(({ name, takes, mayTake, gives, description, example }) => ({
    name,
    signature: `${name}(${[...takes, ...mayTake.map((kind) => `${kind}?`)].join(', ')}): ${gives}`,
    description,
    example,
  })),
];

import { compilePattern } from '../../../expressions/functions/pattern.ts';
import { textOf, type Data } from '../../values.ts';
import { arrayOf } from '../graph.ts';
import { plainText } from '../texts.ts';
import type { Drawing, DrawNode } from './drawing.ts';

const MOST_CONDITIONS = 100;
const LONGEST = 2_000;

/** Each condition has an exit of its own, in order; the last exit is what none of them meets. */
export const drawCondition: DrawNode = ({ inputs }, drawing) => {
  const conditions = arrayOf(inputs['conditions']).slice(0, MOST_CONDITIONS);
  const step = drawing.add({ type: 'condition' });
  conditions.forEach((condition, i) => drawing.lead(step, { when: conditionOf(condition, drawing), to: i }));
  drawing.lead(step, { on: 'else', to: conditions.length });
  drawing.ends();
};

function conditionOf(condition: Data, { notes, expression }: Drawing): string {
  const operation = textOf(condition['operation']) ?? 'equal';
  const type = textOf(condition['type']) ?? 'string';
  const compare = (type === 'number' ? numbers : type === 'boolean' ? booleans : texts).get(operation);
  const other = plainText(String(condition['value2'] ?? ''));
  const { value1 } = condition;
  const value = typeof value1 === 'boolean' ? String(value1) : expression(value1);
  // What names nothing is a text in the expression, and no text is what was meant.
  if (compare && !value.includes('{{')) {
    try {
      const when = compare(value, { written: other, expression: () => expression(condition['value2']) });
      if (when.length <= LONGEST) return when;
    } catch {
      // A pattern that cannot be read.
    }
  }
  notes.note('condition_dropped', `${operation} ${other}`);
  return 'false';
}

interface Other {
  written: string;
  expression(): string;
}

type Compare = (value: string, other: Other) => string;

const text = (value: string): string => `string(default(${value}, ""))`;
const number = (value: string): string => `number(default(${value}, 0))`;
const isEmpty: Compare = (value) => `default(${value}, "") == ""`;
const not =
  (compare: Compare): Compare =>
  (value, other) =>
    `!(${compare(value, other)})`;
const ofTexts =
  (name: string): Compare =>
  (value, other) =>
    `${name}(${text(value)}, ${text(other.expression())})`;
const equal: Compare = (value, other) =>
  `${text(value)} == ${other.written.includes('{{') ? text(other.expression()) : JSON.stringify(other.written)}`;
const regex: Compare = (value, { written }) => {
  const pattern = `(?s).*(?:${written}).*`;
  compilePattern(pattern);
  return `matchesPattern(${text(value)}, ${JSON.stringify(pattern)})`;
};
const ofNumbers =
  (operator: string): Compare =>
  (value, other) =>
    `${number(value)} ${operator} ${/^-?\d+(\.\d+)?$/.test(other.written) ? other.written : number(other.expression())}`;

const texts = new Map<string, Compare>([
  ['equal', equal],
  ['notEqual', not(equal)],
  ['contains', ofTexts('contains')],
  ['notContains', not(ofTexts('contains'))],
  ['startsWith', ofTexts('startsWith')],
  ['endsWith', ofTexts('endsWith')],
  ['regex', regex],
  ['isEmpty', isEmpty],
  ['notEmpty', not(isEmpty)],
]);

const numbers = new Map<string, Compare>([
  ['equal', ofNumbers('==')],
  ['notEqual', ofNumbers('!=')],
  ['larger', ofNumbers('>')],
  ['largerEqual', ofNumbers('>=')],
  ['smaller', ofNumbers('<')],
  ['smallerEqual', ofNumbers('<=')],
  ['isEmpty', isEmpty],
  ['notEmpty', not(isEmpty)],
]);

const ofBooleans: Compare = (value, { written }) => `${value} == ${written === 'true'}`;
const booleans = new Map<string, Compare>([
  ['equal', ofBooleans],
  ['notEqual', not(ofBooleans)],
]);

import { compilePattern } from '../../expressions/functions/pattern.ts';
import type { NodeNotes } from '../report.ts';
import { asBoolean, asList, asNumber, asText, type Term } from '../script/term.ts';
import { dataOf, listOf, numberOf, textOf, type Data } from '../values.ts';
import type { Texts } from './texts.ts';
import type { Variables } from './variables.ts';

export interface Language {
  variables: Variables;
  texts: Texts;
  notes: NodeNotes;
}

const MOST_COMPARISONS = 200;
const LONGEST = 2_000;

/** Comparisons joined by AND or OR as one expression. */
export function conditionOf(content: unknown, language: Language): string {
  const { logicalOperator, comparisons } = dataOf(content);
  const parts = listOf(comparisons)
    .slice(0, MOST_COMPARISONS)
    .map((comparison) => comparisonOf(comparison, language));
  if (parts.length === 0) {
    language.notes.note('condition_dropped', '…');
    return 'false';
  }
  const all = parts.length === 1 ? parts : parts.map((part) => `(${part})`);
  const condition = all.join(logicalOperator === 'OR' ? ' || ' : ' && ');
  if (condition.length <= LONGEST) return condition;
  language.notes.note('condition_dropped', condition);
  return 'false';
}

function comparisonOf(comparison: Data, { variables, texts, notes }: Language): string {
  const operator = textOf(comparison['comparisonOperator']) ?? '';
  const value = typeof comparison['value'] === 'string' ? comparison['value'] : '';
  const variable = variables.byId(comparison['variableId']);
  const compare = comparators.get(operator);
  if (!variable || !compare) {
    notes.note('condition_dropped', [operator, value].filter(Boolean).join(' ') || '…');
    return 'false';
  }
  try {
    return compare(variable, { text: texts.expression(value, notes), value });
  } catch {
    notes.note('condition_dropped', `${operator} ${value}`);
    return 'false';
  }
}

/** What a variable is compared with: as it is written, and as an expression. */
interface Other {
  value: string;
  text: string;
}

type Compare = (variable: Term, other: Other) => string;

const comparators = new Map<string, Compare>([
  ['Equal to', equal],
  ['Not equal', (variable, other) => `!(${equal(variable, other)})`],
  ['Contains', contains],
  ['Does not contain', (variable, other) => `!${contains(variable, other)}`],
  ['Greater than', ordered('>')],
  ['Greater or equal to', ordered('>=')],
  ['Less than', ordered('<')],
  ['Less or equal to', ordered('<=')],
  ['Is set', (variable) => (variable.kind === 'list' ? asBoolean(variable) : `default(${variable.source}, "") != ""`)],
  [
    'Is empty',
    (variable) => (variable.kind === 'list' ? `!(${asBoolean(variable)})` : `default(${variable.source}, "") == ""`),
  ],
  ['Starts with', (variable, { text }) => `startsWith(lower(${asText(variable)}), ${lowered(text)})`],
  ['Ends with', (variable, { text }) => `endsWith(lower(${asText(variable)}), ${lowered(text)})`],
  ['Matches regex', matches],
  ['Does not match regex', (variable, other) => `!${matches(variable, other)}`],
]);

function equal(variable: Term, { value, text }: Other): string {
  const number = numberOf(value);
  if (variable.kind === 'number' && number !== undefined) return `${variable.source} == ${number}`;
  if (value === '') return `default(${variable.source}, "") == ""`;
  return variable.kind === 'any' ? `${asText(variable)} == ${text}` : `${variable.source} == ${text}`;
}

function contains(variable: Term, { text }: Other): string {
  if (variable.kind === 'list') return `(${text} in ${asList(variable)})`;
  const readable = variable.kind === 'any' ? `json(default(${variable.source}, ""))` : asText(variable);
  return `contains(lower(${readable}), ${lowered(text)})`;
}

function ordered(operator: string): Compare {
  return (variable, { value, text }) => {
    const number = numberOf(value);
    const other = number === undefined ? `number(default(${text}, 0))` : String(number);
    return `${asNumber(variable)} ${operator} ${other}`;
  };
}

function lowered(text: string): string {
  return text.startsWith('"') && !text.includes(' + ') ? text.toLowerCase() : `lower(${text})`;
}

/** A pattern is looked for anywhere in the text. @throws where RE2 cannot read it */
function matches(variable: Term, { value }: Other): string {
  const [, body = value, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(value) ?? [];
  const pattern = `(?s${flags.includes('i') ? 'i' : ''}).*(?:${body}).*`;
  compilePattern(pattern);
  return `matchesPattern(${asText(variable)}, ${JSON.stringify(pattern)})`;
}

import type { VariableType } from '../../document/variable.ts';
import type { Term } from '../script/term.ts';
import type { Sketch } from '../sketch.ts';
import { listOf, textOf, type Data } from '../values.ts';
import type { Block } from './blocks.ts';

type Kind = 'text' | 'number' | 'list' | 'any';

/** The variables of a Typebot file under the names they have here. */
export interface Variables {
  byId(id: unknown): Term | undefined;
  byName(name: string): Term | undefined;
}

const NUMBERS = /^[\s\d.+\-*/%()]*$/;
const inputKinds = new Map<string, Kind>([
  ['number input', 'number'],
  ['rating input', 'number'],
  ['text input', 'text'],
  ['email input', 'text'],
  ['url input', 'text'],
  ['phone number input', 'text'],
  ['time input', 'text'],
  ['choice input', 'text'],
  ['picture choice input', 'text'],
]);

/** Declares every variable with the type of what is written into it. */
export function readVariables(source: Data, blocks: readonly Block[], sketch: Sketch): Variables {
  const kinds = kindsWritten(blocks);
  const ids = new Map<string, Term>();
  const names = new Map<string, Term>();
  for (const variable of listOf(source['variables'])) {
    const id = textOf(variable['id']) ?? '';
    const name = textOf(variable['name']) ?? id;
    if (ids.has(id)) continue;
    const value = typeof variable['value'] === 'string' ? variable['value'] : undefined;
    const kind = kinds.get(id) ?? 'any';
    const type: VariableType = value !== undefined && kind !== 'text' ? 'any' : kind;
    const term: Term = {
      kind,
      isVariable: true,
      source: sketch.variable(name, { type, ...(value !== undefined && { default: value }) }),
    };
    ids.set(id, term);
    names.set(name, term);
  }
  return { byId: (id) => ids.get(textOf(id) ?? ''), byName: (name) => names.get(name) };
}

function kindsWritten(blocks: readonly Block[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  const write = (id: unknown, kind: Kind): void => {
    const key = textOf(id);
    if (key) kinds.set(key, kinds.has(key) && kinds.get(key) !== kind ? 'any' : kind);
  };
  for (const { type, options } of blocks) {
    if (type === 'Set variable') write(options['variableId'], kindSet(options));
    else write(options['variableId'], inputKinds.get(type) ?? 'any');
    for (const { variableId } of listOf(options['responseMapping'])) write(variableId, 'text');
    for (const { variableId, bodyPath } of listOf(options['responseVariableMapping']))
      write(variableId, /\.(flatMap|map|filter)\(/.test(textOf(bodyPath) ?? '') ? 'list' : 'any');
    for (const { variableId } of listOf(options['variablesToExtract'])) write(variableId, 'any');
  }
  return kinds;
}

function kindSet({ type, expressionToEvaluate, isCode }: Data): Kind {
  if (type === 'Append value(s)') return 'list';
  if ((type !== undefined && type !== 'Custom') || isCode === true) return 'any';
  const expression = textOf(expressionToEvaluate)?.replaceAll(/\{\{[^{}]+\}\}/g, '') ?? '';
  return expression.trim() !== '' && NUMBERS.test(expression) ? 'number' : 'any';
}

import { asList, asText } from '../script/term.ts';
import { dataOf, textOf, type Data } from '../values.ts';
import type { DrawBlock, Drawing } from './drawing.ts';
import { hold } from './hold.ts';

type ValueOf = (options: Data, drawing: Drawing) => string | undefined;

/** What each type of value is as an expression; undefined where no expression gives it. */
const values = new Map<string, ValueOf>([
  ['Empty', () => 'null'],
  ['Now', () => 'now'],
  ['Today', () => 'dateOf(now)'],
  ['Yesterday', () => 'addTime(dateOf(now), "-1d")'],
  ['Tomorrow', () => 'addTime(dateOf(now), "1d")'],
  ['Append value(s)', appended],
  ['Contact name', () => 'contact.name'],
  ['Phone number', () => 'contact.phone'],
  ['User ID', () => 'contact.id'],
  ['Result ID', () => 'conversation.id'],
]);

export const drawSetVariable: DrawBlock = (block, drawing) => {
  const { options } = block;
  const { variables, notes } = drawing;
  const variable = variables.byId(options['variableId']);
  if (!variable) {
    notes.note('settings_dropped', textOf(options['expressionToEvaluate']) ?? 'variable');
    return drawing.stepsAside('after');
  }
  const type = textOf(options['type']) ?? 'Custom';
  if (type === 'Pop' || type === 'Shift') return takeFromList(variable.source, type, block.options, drawing);
  if (type === 'Map item with same index')
    return mapItem(variable.source, dataOf(options['mapListItemParams']), drawing);
  if (textOf(options['saveErrorInVariableId'])) notes.note('settings_dropped', 'error variable');
  const value = type === 'Custom' ? customValue(options, drawing) : values.get(type)?.(options, drawing);
  if (value === undefined && type === 'Custom') {
    const { variableId, expressionToEvaluate: script } = options;
    return hold({ ...block, type: 'Code', options: { variableId, script } }, drawing);
  }
  if (value === undefined) return hold({ ...block, type: `set ${type}` }, drawing);
  drawing.add({ type: 'set', assign: [{ variable: variable.source, value }] });
};

function customValue(options: Data, { texts, notes }: Drawing): string | undefined {
  const source = textOf(options['expressionToEvaluate']);
  if (source === undefined) return 'null';
  const translated = texts.script(source);
  if (translated.kind === 'expression') return translated.source;
  return translated.kind === 'text' && options['isCode'] !== true ? texts.expression(source, notes) : undefined;
}

function appended(options: Data, { variables, texts, notes }: Drawing): string | undefined {
  const list = variables.byId(options['variableId']);
  return list && `${asList(list)} + [${texts.expression(textOf(options['item']) ?? '', notes)}]`;
}

/** The last or the first item leaves the list. */
function takeFromList(list: string, type: 'Pop' | 'Shift', options: Data, drawing: Drawing): void {
  const saved = drawing.variables.byId(options['saveItemInVariableId']);
  const value = `${type === 'Pop' ? 'last' : 'first'}(default(${list}, []))`;
  if (saved) drawing.add({ type: 'set', assign: [{ variable: saved.source, value }] });
  const where = type === 'Pop' ? `index < size(${list}) - 1` : 'index > 0';
  drawing.add({ type: 'transform', from: `default(${list}, [])`, operations: [{ op: 'filter', where }], saveTo: list });
}

/** The item of a second list that stands where an item stands in the first. */
function mapItem(variable: string, parameters: Data, drawing: Drawing): void {
  const { variables, notes } = drawing;
  const [item, base, target] = ['baseItemVariableId', 'baseListVariableId', 'targetListVariableId'].map((field) =>
    variables.byId(parameters[field]),
  );
  if (!item || !base || !target) {
    notes.note('settings_dropped', 'Map item with same index');
    return drawing.stepsAside('after');
  }
  const where = `string(default(default(${base.source}, [])[index], "")) == ${asText(item)}`;
  drawing.add({
    type: 'transform',
    from: `default(${target.source}, [])`,
    operations: [{ op: 'filter', where }],
    saveTo: variable,
  });
  drawing.add({ type: 'set', assign: [{ variable, value: `first(default(${variable}, []))` }] });
}

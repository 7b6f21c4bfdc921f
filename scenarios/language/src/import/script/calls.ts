import { asBoolean, asList, asNumber, asText, Untranslatable, type Term } from './term.ts';

type Maker = (...values: Term[]) => Term;

const text = (source: string): Term => ({ kind: 'text', source });
const number = (source: string): Term => ({ kind: 'number', source });
const boolean = (source: string): Term => ({ kind: 'boolean', source });
const any = (source: string): Term => ({ kind: 'any', source });
const list = (source: string): Term => ({ kind: 'list', source });

/** Functions and methods of JavaScript (a method's name begins with a point) that have a counterpart; how many values each takes. */
const makers = new Map<string, [takes: number, make: Maker]>([
  ['json', [1, (value) => text(`json(${(value as Term).source})`)]],
  ['Number', [1, (value) => number(asNumber(value as Term))]],
  ['parseFloat', [1, (value) => number(asNumber(value as Term))]],
  ['parseInt', [1, (value) => number(`int(${asNumber(value as Term)})`)]],
  ['String', [1, (value) => text(asText(value as Term))]],
  ['Boolean', [1, (value) => boolean(asBoolean(value as Term))]],
  ['.toString', [1, (value) => text(asText(value as Term))]],
  ['.toUpperCase', [1, (value) => text(`upper(${asText(value as Term)})`)]],
  ['.toLowerCase', [1, (value) => text(`lower(${asText(value as Term)})`)]],
  ['.trim', [1, (value) => text(`trim(${asText(value as Term)})`)]],
  ['.startsWith', [2, (value, part) => boolean(`startsWith(${asText(value as Term)}, ${asText(part as Term)})`)]],
  ['.endsWith', [2, (value, part) => boolean(`endsWith(${asText(value as Term)}, ${asText(part as Term)})`)]],
  ['.includes', [2, (value, part) => includes(value as Term, part as Term)]],
  ['.split', [2, (value, by) => list(`split(${asText(value as Term)}, ${asText(by as Term)})`)]],
  ['.replaceAll', [3, (value, from, to) => replaced(value as Term, from as Term, to as Term)]],
  ['.join', [2, (value, by) => text(`join(${asList(value as Term)}, ${asText(by as Term)})`)]],
  ['.at', [2, (value, index) => item(value as Term, index as Term)]],
  ['.concat', [2, (value, more) => list(`(${asList(value as Term)} + ${asList(more as Term)})`)]],
  ['.toFixed', [2, (value, digits) => text(`string(round(${asNumber(value as Term)}, ${asNumber(digits as Term)}))`)]],
]);

/** A call of a function or method. @throws Untranslatable */
export function calls(name: string, values: Term[]): Term {
  const known = makers.get(name);
  if (!known || values.length < known[0]) throw new Untranslatable();
  return known[1](...values);
}

/** A call of one of `Math`'s functions. @throws Untranslatable */
export function maths(name: string, values: Term[]): Term {
  const counts: Readonly<Record<string, number>> = { round: 1, floor: 1, ceil: 1, abs: 1, min: 2, max: 2 };
  if (!Object.hasOwn(counts, name) || values.length !== counts[name]) throw new Untranslatable();
  return number(`${name}(${values.map(asNumber).join(', ')})`);
}

function includes(value: Term, part: Term): Term {
  if (value.kind === 'list') return boolean(`(${part.source} in ${asList(value)})`);
  return boolean(`contains(${asText(value)}, ${asText(part)})`);
}

function replaced(value: Term, from: Term, to: Term): Term {
  if (from.kind !== 'text') throw new Untranslatable();
  return text(`replace(${asText(value)}, ${asText(from)}, ${asText(to)})`);
}

function item(value: Term, { source }: Term): Term {
  if (source === '-(1)') return any(`last(${asList(value)})`);
  return any(`${asList(value)}[${source}]`);
}

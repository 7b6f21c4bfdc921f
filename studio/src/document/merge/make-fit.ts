import { loadScenario, type Flow, type Problem, type Scenario, type Text } from '@scenarium/language';
import { Editing } from '../editing/editing.ts';
import { exitsOf } from '../editing/exits.ts';
import { hasText } from '../editing/fits.ts';
import { isSame, valueAt } from '../editing/values.ts';
import type { Conflict } from './conflict.ts';

interface Sides {
  base: Scenario;
  mine: Scenario;
  theirs: Scenario;
}
type Report = (conflict: Conflict) => void;

const MOST_ROUNDS = 25;

/** Makes a merged document load: what one side removed and the other needs comes back, what cannot be together is kept as mine has it. */
export function makeFit(merged: Scenario, sides: Sides, report: Report): Scenario {
  const tools = { sides: [sides.base, sides.mine, sides.theirs].map((side) => new Editing(side)), report };
  let current = withSomething(merged, sides, report);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const loading = loadScenario(current);
    if (loading.ok) return withoutDoubles(loading.scenario, sides, report);
    const document = new Editing(current);
    for (const problem of loading.problems) mend(document, current, problem, tools);
    const { edits, scenario } = document.commit();
    if (edits.length === 0) break;
    current = scenario;
  }
  report({ reason: 'does-not-fit', path: [], kept: 'mine', ...sides });
  return sides.mine;
}

/** Each side may have removed what the other kept: of languages and steps there is at least one. */
function withSomething(merged: Scenario, { base, mine, theirs }: Sides, report: Report): Scenario {
  const filled = { ...merged };
  for (const list of ['locales', 'steps'] as const) {
    if (merged[list].length > 0) continue;
    Object.assign(filled, { [list]: mine[list] });
    report({
      reason: 'does-not-fit',
      path: [list],
      kept: 'mine',
      base: base[list],
      mine: mine[list],
      theirs: theirs[list],
    });
  }
  return filled;
}

interface Tools {
  sides: Editing[];
  report: Report;
}

function mend(document: Editing, merged: Scenario, { code, place: { path } }: Problem, { sides, report }: Tools): void {
  const named = String(path[2] === 'outputs' ? path.at(-1) : valueAt(merged, path));
  const [base, mine, theirs] = sides as [Editing, Editing, Editing];
  const needed = (table: 'steps' | 'variables'): void => {
    const thing = sides.map((side) => side.get(table, named)).find((found) => found !== undefined);
    if (thing === undefined || document.get(table, named)) return;
    document.put(table, named, thing as never);
    const point = sides.map((side) => side.get('layout', named)).find((found) => found !== undefined);
    if (table === 'steps' && point) document.put('layout', named, point);
    report({
      reason: 'needed',
      path: [table, named],
      kept: 'base',
      base: base.get(table, named),
      mine: mine.get(table, named),
      theirs: theirs.get(table, named),
    });
  };
  const id = String(valueAt(merged, [...path.slice(0, 2), 'id']));
  if (code === 'unknown_step') needed('steps');
  else if (code === 'undefined_variable') needed('variables');
  else if (code === 'unknown_message') bringTextBack(document, named, { sides, report });
  else if (code === 'read_only_variable' && base.get('variables', named)) {
    const three = {
      base: base.get('variables', named),
      mine: mine.get('variables', named),
      theirs: theirs.get('variables', named),
    };
    if (!three.base || isSame(document.get('variables', named), three.base)) return;
    document.put('variables', named, three.base);
    report({ reason: 'does-not-fit', path: ['variables', named], kept: 'base', ...three });
  } else if (path[0] === 'flows' || path[0] === 'triggers' || path[0] === 'steps')
    asMine(document, path[0], id, { sides, report });
}

/** What is not valid as merged is as mine has it, or gone where it was only theirs. A step has to stay: then it is as theirs. */
function asMine(document: Editing, table: 'flows' | 'triggers' | 'steps', id: string, { sides, report }: Tools): void {
  const [base, mine, theirs] = sides.map((side) => side.get(table, id));
  const now = document.get(table, id);
  if (now === undefined) return;
  const wanted = mine !== undefined && !isSame(mine, now) ? mine : table === 'steps' ? (theirs ?? base) : undefined;
  if (wanted === undefined) document.remove(table, id);
  else document.put(table, id, wanted as never);
  report({
    reason: 'does-not-fit',
    path: [table, id],
    kept: wanted === undefined || wanted === mine ? 'mine' : 'theirs',
    base,
    mine,
    theirs,
  });
}

function bringTextBack(document: Editing, id: string, { sides, report }: Tools): void {
  const locales = document.head('locales');
  const put = (locale: string, text: Text): void =>
    document.put('messages', locale, { ...document.get('messages', locale), [id]: text });
  for (const side of sides.toReversed()) {
    for (const locale of locales) {
      const text = side.text(locale, id);
      if (text !== undefined) put(locale, text);
    }
  }
  const foreign = sides.flatMap((side) => side.keys('messages').map((locale) => side.text(locale, id)));
  const text = foreign.find((found) => found !== undefined);
  if (!hasText(document, id) && text !== undefined) put(locales[0] as string, text);
  report({ reason: 'needed', path: ['messages', id], kept: 'base' });
}

/** Both sides may have drawn a flow from the same exit, where only the first would ever be taken. */
function withoutDoubles(scenario: Scenario, sides: Sides, report: Report): Scenario {
  const document = new Editing(scenario);
  const [own, other] = [
    new Map(sides.mine.flows.map((flow) => [flow.id, flow])),
    new Set(sides.base.flows.map(({ id }) => id)),
  ];
  for (const step of scenario.steps) {
    const single = exitsOf(step).filter(({ many }) => many !== true);
    for (const { name } of single) {
      const flows = document.flowsFrom(step.id).filter(({ on }) => on === name);
      const mine = flows.find(({ id }) => own.has(id));
      const surplus = flows.filter(({ id }) => !own.has(id) && !other.has(id));
      for (const flow of mine ? surplus : []) drop(document, { flow, mine }, report);
    }
  }
  return document.commit().scenario;
}

function drop(document: Editing, { flow, mine }: { flow: Flow; mine: Flow | undefined }, report: Report): void {
  document.remove('flows', flow.id);
  report({ reason: 'same-exit', path: ['flows', flow.id], kept: 'mine', mine, theirs: flow });
}

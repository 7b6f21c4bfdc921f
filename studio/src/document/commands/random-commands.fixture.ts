import { NOTE_COLORS, stepDefinitions, type Scenario, type StepType } from '@scenarium/language';
import fc from 'fast-check';
import * as document from '../index.ts';
import { exitsOf } from '../editing/exits.ts';

type Made = document.Command<unknown>;
type Make = (scenario: Scenario, pick: Pick) => Made;
interface Pick {
  <T>(items: readonly T[]): T;
  number(): number;
}

const TYPES = Object.keys(stepDefinitions) as StepType[];
const NAMES = ['name', 'age', 'orders', 'city', 'item', 'order', 'total'];

/** What a person may do next, chosen by numbers: most of it possible in the document as it then is, some of it not. */
const makes: Make[] = [
  (s, pick) => document.addStep({ step: { type: pick(TYPES) }, at: point(pick), after: { from: step(s, pick) } }),
  (_, pick) => document.addStep({ step: { type: pick(TYPES) } }),
  (s, pick) => document.insertStep({ step: { type: pick(TYPES) }, flow: flow(s, pick) }),
  (s, pick) => document.removeSteps({ steps: some(s, pick) }),
  (s, pick) => document.cutOutSteps({ steps: some(s, pick) }),
  (s, pick) => document.moveSteps({ positions: { [step(s, pick)]: point(pick) } }),
  (s, pick) => {
    const from = pick(s.steps);
    const exits = exitsOf(from).map(({ name }) => name);
    return document.connect({ from: from.id, to: step(s, pick), ...(exits.length > 0 && { on: pick(exits) }) });
  },
  (s, pick) => document.reconnectFlow({ flow: flow(s, pick), to: step(s, pick) }),
  (s, pick) => document.reconnectFlow({ flow: flow(s, pick), from: step(s, pick) }),
  (s, pick) => document.removeFlows({ flows: [flow(s, pick)] }),
  (s, pick) =>
    document.changeFlow({ flow: flow(s, pick), on: pick(['next', 'else', 'error', 'option:yes', 'failed']) }),
  (s, pick) => document.changeFlow({ flow: flow(s, pick), when: pick(['age > 1', 'name == "x"', undefined]) }),
  (s, pick) => {
    const id = step(s, pick);
    const flows = s.flows.filter(({ from }) => from === id).map((one) => one.id);
    return document.reorderFlows({ step: id, flows: flows.toReversed() });
  },
  (s, pick) => document.configureStep({ step: step(s, pick), path: ['saveTo'], value: pick([...NAMES, undefined]) }),
  (s, pick) => document.configureStep({ step: step(s, pick), path: ['timeout'], value: pick(['1h', undefined]) }),
  (s, pick) =>
    document.configureStep({
      step: step(s, pick),
      path: ['answer', 'options', 0, 'id'],
      value: pick(['yes', 'sure', 'no']),
    }),
  (s, pick) => document.configureStep({ step: step(s, pick), path: ['answer', 'options', 1], value: undefined }),
  (s, pick) => document.renameStep({ step: step(s, pick), name: pick(['One', 'Два', '']) }),
  (s, pick) => document.changeStepType({ step: step(s, pick), type: pick(TYPES) }),
  (s, pick) => document.changeStepId({ step: step(s, pick), to: pick(['one', 'two', 'three', '-']) }),
  (s, pick) => document.duplicateSteps({ steps: some(s, pick), notes: [note(s, pick)] }),
  (s, pick) =>
    document.paste({
      text: document.copySteps(document.indexOf(s), some(s, pick), [note(s, pick)]) ?? '',
      at: point(pick),
    }),
  (_, pick) =>
    document.addVariable({ name: pick(NAMES), variable: { type: pick(['text', 'number', 'list'] as const) } }),
  (_, pick) =>
    document.changeVariable({ name: pick(NAMES), change: { scope: pick(['run', 'contact', 'agent'] as const) } }),
  (_, pick) => document.renameVariable({ name: pick(NAMES), to: pick(NAMES) }),
  (_, pick) => document.removeVariable({ name: pick(NAMES), whenRead: 'leave' }),
  (s, pick) =>
    document.writeText({
      locale: pick(s.locales),
      id: text(s, pick),
      text: pick(['{{ name }}', 'Hi {{ age', undefined]),
    }),
  (s, pick) =>
    document.writeText({
      locale: pick(s.locales),
      id: text(s, pick),
      variant: pick([0, 1]),
      text: pick(['{{ total }}', undefined]),
    }),
  (s, pick) => document.renameText({ id: text(s, pick), to: pick(['first', 'second', 'hello']) }),
  (s, pick) => document.removeText({ id: text(s, pick) }),
  () => document.cleanUpTexts(),
  (_, pick) => document.addLocale({ locale: pick(['de', 'fr']), position: pick([0, 1, 2]) }),
  (s, pick) => document.removeLocale({ locale: pick(s.locales) }),
  (s) => document.reorderLocales({ locales: s.locales.toReversed() }),
  (s, pick) => document.addTrigger({ trigger: { type: 'command', command: pick(['a', 'b']), step: step(s, pick) } }),
  (s, pick) => document.changeTrigger({ id: pick(['begin', 'help', 'command']), change: { step: step(s, pick) } }),
  (_, pick) => document.removeTrigger({ id: pick(['begin', 'help', 'command']) }),
  (_, pick) => document.addNote({ at: point(pick), text: pick(['Why?', '']), color: pick(NOTE_COLORS) }),
  (s, pick) => document.changeNote({ note: note(s, pick), change: { text: pick(['Because', 'x'.repeat(5_000)]) } }),
  (s, pick) => document.changeNote({ note: note(s, pick), change: { x: pick.number(), width: pick.number() } }),
  (s, pick) => document.moveNotes({ positions: { [note(s, pick)]: point(pick) } }),
  (s, pick) =>
    document.moveSteps({ positions: { [step(s, pick)]: point(pick) }, notes: { [note(s, pick)]: point(pick) } }),
  (s, pick) => document.removeNotes({ notes: [note(s, pick)] }),
  (s, pick) => document.changeSettings({ field: 'fallback', value: pick([step(s, pick), undefined]) }),
  (_, pick) => document.changeSettings({ field: 'description', value: pick(['About', undefined]) }),
  (s, pick) =>
    document.arrange({
      as: 'make-space',
      positions: document.makeSpace(s.layout ?? {}, { axis: 'x', from: 300, by: pick.number() }),
    }),
  (s, pick) =>
    document.rewrite({
      scenario: { ...s, name: pick(['A', 'B']), flows: s.flows.toReversed(), steps: s.steps.toReversed() },
    }),
];

/** Numbers that stand for one act. */
export type Act = readonly number[];
export const act: fc.Arbitrary<Act> = fc.array(fc.nat(997), { minLength: 6, maxLength: 6 });

/** The command that an act stands for in a document. */
export function commandOf([which = 0, ...choices]: Act, scenario: Scenario): Made {
  let next = 0;
  const number = (): number => choices[next++ % choices.length] ?? 0;
  const pick = Object.assign(<T>(items: readonly T[]): T => items[number() % items.length] as T, { number });
  return (makes[which % makes.length] as Make)(scenario, pick);
}

const step = ({ steps }: Scenario, pick: Pick): string => pick(steps).id;
const flow = ({ flows }: Scenario, pick: Pick): string => (flows.length > 0 ? pick(flows).id : 'none');
const note = ({ notes = [] }: Scenario, pick: Pick): string => (notes.length > 0 ? pick(notes).id : 'none');
const some = ({ steps }: Scenario, pick: Pick): string[] => [...new Set([pick(steps).id, pick(steps).id])];
const text = ({ messages, locales }: Scenario, pick: Pick): string =>
  pick(['first', ...Object.keys(messages[locales[0] ?? ''] ?? {})]);
const point = (pick: Pick): { x: number; y: number } => ({ x: pick.number(), y: pick.number() });

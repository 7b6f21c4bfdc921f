import {
  addNote,
  align,
  cutOutSteps,
  distribute,
  downstream,
  duplicateSteps,
  makeSpace,
  upstream,
  type Edge,
} from '../../../document/index.ts';
import { glide } from '../../../ui/motion.ts';
import type { BreakpointPlace } from '../../scenarios/breakpoints.ts';
import { CARD } from '../project/geometry.ts';
import type { Session } from '../session.ts';
import { noteNodeId } from '../notes/note-node.ts';
import { tidyUp } from '../tidy/tidy-up.ts';
import type { Action } from './action.ts';
import { copySelection, cutSelection, pasteHere } from './clipboard.ts';
import { openPaletteHere, openPaletteToReplace } from './open-palette-here.ts';
import { removeChosen } from './remove-chosen.ts';

const chosen = ({ selection }: Session): readonly string[] => selection.get();
const only = (session: Session): string | undefined => (chosen(session).length === 1 ? chosen(session)[0] : undefined);
const isOne = (session: Session): boolean => only(session) !== undefined;
const places = ({ selection, flows }: Session): BreakpointPlace[] => [
  ...selection.get().map((id) => ({ table: 'steps' as const, id })),
  ...flows.get().map((id) => ({ table: 'flows' as const, id })),
];
const isAny = (session: Session): boolean => chosen(session).length > 0;
/** The one thing chosen that has something to be written on it. */
const written = (session: Session): string | undefined => {
  const nodes = [...chosen(session), ...session.notes.get().map(noteNodeId)];
  return nodes.length === 1 ? nodes[0] : undefined;
};
const isAnything = (session: Session): boolean =>
  isAny(session) || session.notes.get().length > 0 || session.flows.get().length > 0;
const isMany = (session: Session): boolean => chosen(session).length > 1;
const isThree = (session: Session): boolean => chosen(session).length > 2;

const chosenBoxes = (session: Session) => {
  const ids = new Set(chosen(session));
  return session.boxes().filter(({ id }) => ids.has(id));
};
const aligning = (edge: Edge) => (session: Session) => session.move(align(chosenBoxes(session), edge), 'align');
const distributing = (axis: 'x' | 'y') => (session: Session) =>
  session.move(distribute(chosenBoxes(session), axis), 'distribute');
const withOnly = (act: (session: Session, id: string) => void) => (session: Session) => {
  const id = only(session);
  if (id !== undefined) act(session, id);
};

/** Everything that can be done on the canvas beside what a pointer does. */
export const actions = {
  add: { text: 'do.add', keys: ['Tab'], onCanvasOnly: true, changes: true, run: (session) => openPaletteHere(session) },
  edit: {
    text: 'do.edit',
    keys: ['Enter'],
    onCanvasOnly: true,
    isPossible: (session) => written(session) !== undefined,
    run: (session) => (isOne(session) ? session.edit(only(session) ?? '') : session.write(written(session) ?? '')),
  },
  rename: {
    text: 'do.rename',
    keys: ['F2'],
    changes: true,
    isPossible: (session) => written(session) !== undefined,
    run: (session) => session.write(written(session) ?? ''),
  },
  note: {
    text: 'do.note',
    keys: ['C'],
    onCanvasOnly: true,
    changes: true,
    run(session) {
      const outcome = session.execute(addNote({ at: session.spot().at }));
      if (outcome.ok) requestAnimationFrame(() => session.write(noteNodeId(outcome.value.id)));
    },
  },
  connect: {
    text: 'do.connect',
    keys: ['L'],
    onCanvasOnly: true,
    changes: true,
    isPossible: isOne,
    run: (session) => openPaletteHere(session, { connects: true }),
  },
  changeType: {
    text: 'do.changeType',
    keys: ['R'],
    onCanvasOnly: true,
    changes: true,
    isPossible: isOne,
    run: withOnly(openPaletteToReplace),
  },
  duplicate: {
    text: 'do.duplicate',
    keys: ['Ctrl+D'],
    changes: true,
    isPossible: isAny,
    run(session) {
      const outcome = session.execute(
        session.keepingPlaces(duplicateSteps({ steps: chosen(session), notes: session.notes.get() })),
      );
      if (outcome.ok) session.select(outcome.value.steps);
    },
  },
  copy: { text: 'do.copy', isPossible: isAny, run: copySelection },
  cut: { text: 'do.cut', changes: true, isPossible: isAny, run: cutSelection },
  paste: { text: 'do.paste', changes: true, run: pasteHere },
  remove: {
    text: 'do.remove',
    keys: ['Delete', 'Backspace'],
    onCanvasOnly: true,
    changes: true,
    isPossible: isAnything,
    run: removeChosen,
  },
  cutOut: {
    text: 'do.cutOut',
    keys: ['Ctrl+Delete', 'Ctrl+Backspace'],
    onCanvasOnly: true,
    changes: true,
    isPossible: isAny,
    run(session) {
      if (session.execute(cutOutSteps({ steps: chosen(session) })).ok) session.select([]);
    },
  },
  breakpoint: {
    text: 'do.breakpoint',
    keys: ['F9'],
    isPossible: (session) => places(session).length > 0,
    run: (session) => places(session).forEach(session.overlay.toggleBreakpoint),
  },
  breakpointCondition: {
    text: 'do.breakpointCondition',
    keys: ['Shift+F9'],
    isPossible: (session) => session.overlay.showBreakpoint !== null && places(session).length === 1,
    run: (session) => places(session).forEach(session.showBreakpoint),
  },
  playFrom: {
    text: 'do.playFrom',
    keys: ['Ctrl+Enter'],
    isPossible: (session) => session.overlay.playFrom !== null && isOne(session),
    run: withOnly((session, id) => session.playFrom(id)),
  },
  comment: { text: 'do.comment', keys: ['Ctrl+Alt+M'], run: (session) => session.comment() },
  undo: {
    text: 'do.undo',
    keys: ['Ctrl+Z'],
    changes: true,
    isPossible: ({ store }) => store.canUndo(),
    run: ({ store }) => void store.undo(),
  },
  redo: {
    text: 'do.redo',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    changes: true,
    isPossible: ({ store }) => store.canRedo(),
    run: ({ store }) => void store.redo(),
  },
  selectAll: {
    text: 'do.selectAll',
    keys: ['Ctrl+A'],
    run: ({ select, store }) => select(store.index.keys('steps')),
  },
  selectNone: { text: 'do.selectNone', keys: ['Escape'], onCanvasOnly: true, run: ({ select }) => select([]) },
  upstream: {
    text: 'do.upstream',
    keys: ['Shift+ArrowLeft', 'Shift+ArrowUp'],
    onCanvasOnly: true,
    isPossible: isAny,
    run: (session) => grow(session, upstream),
  },
  downstream: {
    text: 'do.downstream',
    keys: ['Shift+ArrowRight', 'Shift+ArrowDown'],
    onCanvasOnly: true,
    isPossible: isAny,
    run: (session) => grow(session, downstream),
  },
  tidy: { text: 'do.tidy', keys: ['Ctrl+O'], changes: true, run: (session) => void tidyUp(session, 'all') },
  tidySelection: {
    text: 'do.tidySelection',
    changes: true,
    isPossible: isMany,
    run: (session) => void tidyUp(session, 'selection'),
  },
  alignLeft: { text: 'do.alignLeft', keys: ['Alt+L'], changes: true, isPossible: isMany, run: aligning('left') },
  alignCentre: { text: 'do.alignCentre', keys: ['Alt+C'], changes: true, isPossible: isMany, run: aligning('centre') },
  alignTop: { text: 'do.alignTop', keys: ['Alt+T'], changes: true, isPossible: isMany, run: aligning('top') },
  alignMiddle: { text: 'do.alignMiddle', keys: ['Alt+M'], changes: true, isPossible: isMany, run: aligning('middle') },
  distributeX: {
    text: 'do.distributeX',
    keys: ['Alt+H'],
    changes: true,
    isPossible: isThree,
    run: distributing('x'),
  },
  distributeY: {
    text: 'do.distributeY',
    keys: ['Alt+V'],
    changes: true,
    isPossible: isThree,
    run: distributing('y'),
  },
  space: {
    text: 'do.space',
    keys: ['S'],
    onCanvasOnly: true,
    changes: true,
    isPossible: isOne,
    run: withOnly((session, id) => {
      const layout = Object.fromEntries(session.flow.getNodes().map((node) => [node.id, node.position]));
      const from = (layout[id]?.x ?? 0) + 1;
      session.move(makeSpace(layout, { axis: 'x', from, by: CARD.width }), 'make-space');
    }),
  },
  find: { text: 'do.find', keys: ['Ctrl+F'], run: ({ finding }) => finding.set(true) },
  fit: {
    text: 'do.fit',
    keys: ['Ctrl+1'],
    run: ({ flow }) => void flow.fitView({ ...glide(), maxZoom: 1, padding: 0.1 }),
  },
  actual: { text: 'do.actual', keys: ['Shift+1'], run: ({ flow }) => void flow.zoomTo(1, glide()) },
  zoomIn: { text: 'do.zoomIn', keys: ['Ctrl+Plus'], run: ({ flow }) => void flow.zoomIn(glide()) },
  zoomOut: { text: 'do.zoomOut', keys: ['Ctrl+Minus'], run: ({ flow }) => void flow.zoomOut(glide()) },
  pointer: { text: 'do.pointer', keys: ['V'], onCanvasOnly: true, run: ({ tool }) => tool.set('pointer') },
  hand: { text: 'do.hand', keys: ['H'], onCanvasOnly: true, run: ({ tool }) => tool.set('hand') },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
export const ACTION_NAMES = Object.keys(actions) as ActionName[];

/** Can it be done now, by who is looking? */
export function isPossible(session: Session, name: ActionName): boolean {
  const { changes, isPossible: may }: Action = actions[name];
  return !(changes && session.readOnly) && (may?.(session) ?? true);
}

/** Adds to the choice what leads to it, or what follows it. */
function grow(session: Session, walk: typeof upstream): void {
  const ids = chosen(session);
  session.select([...new Set([...ids, ...ids.flatMap((id) => walk(session.store.index, id))])]);
}

import type { Problem } from '@scenarium/language';
import { arrange, changeStepType, duplicateSteps, type Box } from '../../document/index.ts';
import type { LookTexts } from '../looks/texts.ts';
import type { BreakpointPlace } from '../scenarios/breakpoints.ts';
import { createEditor, type Editor } from '../scenarios/editor.ts';
import { lastImport } from '../scenarios/last-import.ts';
import type { OpenScenario } from '../scenarios/open-scenario.ts';
import { createReader } from './conversion/reader.ts';
import { createWrite } from './conversion/create-write.ts';
import { createDrawing } from './drawing/create-drawing.ts';
import { shapesOf } from './drawing/shapes-of.ts';
import { shareClipboard } from './drawing/share-clipboard.ts';
import { shareSelection } from './drawing/share-selection.ts';
import { removeThings } from './drawn/remove-things.ts';
import { paintMarks } from './marks/paint-marks.ts';
import { createModeler } from './modeler/create-modeler.ts';
import { fit } from './modeler/fit.ts';
import { READABLE } from './modeler/level-of-detail.ts';
import type { TypedModeler } from './modeler/services.ts';
import type { Thing } from './modeler/thing-of.ts';
import type { Words } from './texts.ts';

interface Around {
  container: HTMLElement;
  scenario: OpenScenario;
  t: Words;
  /** How steps and exits are called. */
  words: LookTexts;
  onReady(): void;
  onFailed(error: unknown): void;
}

/** A scenario opened as a BPMN diagram. */
export interface Diagram {
  modeler: TypedModeler;
  /** What stands beside the diagram works with this. */
  editor: Editor;
  /** Shows dots at the steps that have problems. */
  mark(problems: readonly Problem[]): void;
  /** Chooses in the diagram what is chosen in the scenario. */
  choose(): void;
  close(): void;
}

export function openDiagram({ container, scenario, t, words, ...on }: Around): Diagram {
  const { store, overlay, readOnly, execute, refuse } = scenario;
  let problems: readonly Problem[] = [];
  let isReady = false;
  let fitted = lastImport(store);
  const editor = createEditor(scenario, {
    show,
    boxes: (): Box[] => [...shapesOf(modeler)].map(([id, { x, y, width, height }]) => ({ id, x, y, width, height })),
    arrange(positions, as) {
      const seen = [...shapesOf(modeler)].map(([id, { x, y }]) => [id, { x, y }] as const);
      execute(arrange({ as, positions: { ...Object.fromEntries(seen), ...positions } }));
    },
  });
  const modeler = createModeler(container, {
    t,
    nameOf: (type) => words(`type.${type}`),
    readOnly,
    undo: () => void store.undo(),
    redo: () => void store.redo(),
    remove(things) {
      const outcome = removeThings(store, things);
      if (!outcome.ok) refuse(outcome.problem);
    },
    duplicate(things) {
      const ids = (kind: string): string[] => things.flatMap((one) => (one.kind === kind ? [one.id] : []));
      if (ids('step').length > 0) execute(duplicateSteps({ steps: ids('step'), notes: ids('note') }));
    },
    changeType: (step, type) => void execute(changeStepType({ step, type })),
    showFields: () => scenario.side.set('step'),
    edit: editor.toFields,
    toggleBreakpoints: (things) => breakpointPlaces(things).forEach(overlay.toggleBreakpoint),
    showBreakpoint(things) {
      const [place, ...others] = breakpointPlaces(things);
      if (place && others.length === 0) scenario.showBreakpoint(place);
    },
    playFrom: scenario.playFrom,
    comment: editor.comment,
  });
  const reader = createReader();
  const write = createWrite(modeler, words);
  const drawing = createDrawing({ modeler, store, reader, write, onRefused: refuse, onShown, onFailed: on.onFailed });
  const selection = shareSelection(modeler, scenario, drawing.isFilling);
  const press = ({ target }: MouseEvent): void => {
    const button = (target as Element).closest<HTMLElement>('.threads-badge');
    if (button) scenario.showThreads(button.dataset['step'] as string);
  };
  container.addEventListener('click', press);
  const leaveClipboard = shareClipboard({ container, modeler, scenario });
  let { latest } = overlay.get();
  const leaveOverlay = overlay.subscribe(() => {
    paint();
    const before = latest;
    latest = overlay.get().latest;
    if (latest !== null && latest !== before) scrollTo(latest);
  });

  function onShown(): void {
    paint();
    selection.follow();
    const imported = lastImport(store);
    if (!isReady || (imported && imported !== fitted)) {
      fit(modeler.get('canvas'));
      fitted = imported;
    }
    if (isReady) return;
    isReady = true;
    const [chosen] = scenario.selection.get();
    if (chosen !== undefined) show(chosen);
    on.onReady();
  }

  /** Brings a step to where it can be read. */
  function show(step: string): void {
    const canvas = modeler.get('canvas');
    if (canvas.zoom() < READABLE) canvas.zoom(1);
    scrollTo(step);
  }

  function scrollTo(step: string): void {
    const shape = shapesOf(modeler).get(step);
    if (shape) modeler.get('canvas').scrollToElement(shape);
  }

  function paint(): void {
    paintMarks(modeler, { overlay: overlay.get(), problems }, { t, words, onBreakpoint: scenario.showBreakpoint });
  }

  return {
    modeler,
    editor,
    mark(found) {
      problems = found;
      paint();
    },
    choose: selection.follow,
    close() {
      drawing.stop();
      container.removeEventListener('click', press);
      leaveClipboard();
      leaveOverlay();
      reader.stop();
      modeler.destroy();
    },
  };
}

const TABLES: Partial<Record<Thing['kind'], BreakpointPlace['table']>> = { step: 'steps', flow: 'flows' };

function breakpointPlaces(things: readonly Thing[]): BreakpointPlace[] {
  return things.flatMap(({ kind, id }) => {
    const table = TABLES[kind];
    return table ? [{ table, id }] : [];
  });
}

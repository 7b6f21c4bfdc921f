import type { Problem } from '@scenarium/language';
import { changeStepType, duplicateSteps, type DocumentStore, type Outcome } from '../../document/index.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { createConverter } from './conversion/converter.ts';
import { createDrawing } from './drawing/create-drawing.ts';
import { shareClipboard } from './drawing/share-clipboard.ts';
import { shareSelection } from './drawing/share-selection.ts';
import { removeThings } from './drawn/remove-things.ts';
import { paintMarks } from './marks/paint-marks.ts';
import { createModeler } from './modeler/create-modeler.ts';
import { fit } from './modeler/fit.ts';
import type { TypedModeler } from './modeler/services.ts';
import type { Words } from './texts.ts';

interface Around {
  container: HTMLElement;
  store: DocumentStore;
  overlay: OverlayStore;
  readOnly: boolean;
  t: Words;
  onRefused(problem: Problem): void;
  onReady(): void;
  onFailed(error: unknown): void;
}

/** A scenario opened as a BPMN diagram. */
export interface Diagram {
  modeler: TypedModeler;
  /** Shows dots at the steps that have problems. */
  mark(problems: readonly Problem[]): void;
  close(): void;
}

export function openDiagram({ container, store, overlay, readOnly, t, ...on }: Around): Diagram {
  const told = (outcome: Outcome<unknown>): void => (outcome.ok ? undefined : on.onRefused(outcome.problem));
  let problems: readonly Problem[] = [];
  let isReady = false;
  const modeler = createModeler(container, {
    t,
    readOnly,
    undo: () => void store.undo(),
    redo: () => void store.redo(),
    remove: (things) => told(removeThings(store, things)),
    duplicate(things) {
      const ids = (kind: string): string[] => things.flatMap((one) => (one.kind === kind ? [one.id] : []));
      if (ids('step').length > 0) told(store.execute(duplicateSteps({ steps: ids('step'), notes: ids('note') })));
    },
    changeType: (step, type) => told(store.execute(changeStepType({ step, type }))),
  });
  const converter = createConverter();
  const drawing = createDrawing({
    modeler,
    store,
    converter,
    onRefused: on.onRefused,
    onShown() {
      paint();
      if (isReady) return;
      isReady = true;
      fit(modeler.get('canvas'));
      selection.follow();
      on.onReady();
    },
    onFailed: on.onFailed,
  });
  const selection = shareSelection(modeler, overlay, drawing.isFilling);
  const leaveClipboard = shareClipboard({ container, modeler, store, readOnly, told });
  const leaveOverlay = overlay.subscribe(paint);

  function paint(): void {
    if (isReady || problems.length > 0) paintMarks(modeler, { overlay: overlay.get(), problems }, t);
  }

  return {
    modeler,
    mark(found) {
      problems = found;
      paint();
    },
    close() {
      drawing.stop();
      selection.leave();
      leaveClipboard();
      leaveOverlay();
      converter.stop();
      modeler.destroy();
    },
  };
}

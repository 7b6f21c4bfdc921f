import type { Problem, Scenario } from '@scenarium/language';
import type { DocumentStore, Positions } from '../../../document/index.ts';
import type { Write } from '../conversion/create-write.ts';
import type { Reader } from '../conversion/reader.ts';
import { takeDrawing } from '../drawn/take-drawing.ts';
import type { ModdleElement, TypedModeler } from '../modeler/services.ts';
import { adopt } from './adopt.ts';
import { shapesOf } from './shapes-of.ts';

interface Snapshot {
  xml: string;
  seen: Positions;
}

interface Around {
  modeler: TypedModeler;
  store: DocumentStore;
  reader: Reader;
  write: Write;
  /** A gesture that means nothing in a scenario. */
  onRefused(problem: Problem): void;
  /** The diagram shows the document, whole, or what was drawn anew of it. */
  onShown(): void;
  onFailed(error: unknown): void;
}

/** The diagram and the document in step: gestures become commands, and whatever changes the document changes the diagram. */
export interface Drawing {
  /** Is the diagram just being filled? Then nobody selects anything. */
  isFilling(): boolean;
  stop(): void;
}

export function createDrawing({ modeler, store, reader, write, onRefused, onShown, onFailed }: Around): Drawing {
  const bus = modeler.get('eventBus');
  const snapshots: Snapshot[] = [];
  let shown: Scenario | undefined;
  let isTouched = false;
  let isWorking = false;
  let isFilling = false;
  let isOver = false;

  bus.on('commandStack.changed', ({ trigger }: { trigger?: string }) => {
    if (trigger !== 'clear') void draw().catch(onFailed);
  });
  // What somebody is just drawing or typing is not taken from under the pointer.
  for (const event of ['drag.cleanup', 'directEditing.deactivate']) bus.on(event, () => setTimeout(work));
  const leave = store.subscribe(() => void work());
  void work();

  async function draw(): Promise<void> {
    isTouched = true;
    const seen = positionsIn(modeler);
    const { xml = '' } = await modeler.saveXML();
    snapshots.push({ xml, seen });
    await work();
  }

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    try {
      while (await step());
    } catch (error) {
      onFailed(error);
    } finally {
      isWorking = false;
    }
  }

  /** One thing that is to be done; false where there is none. */
  async function step(): Promise<boolean> {
    if (isOver) return false;
    const drawn = snapshots.shift();
    if (drawn) await take(drawn);
    else if ((store.get() !== shown || isTouched) && !isBusy()) await show(store.get());
    else return false;
    return true;
  }

  async function take({ xml, seen }: Snapshot): Promise<void> {
    const read = await reader.read(xml);
    if (isOver || !shown) return;
    const outcome = takeDrawing(store, { ...read, shown, seen });
    if (outcome.ok) shown = store.get();
    else onRefused(outcome.problem);
  }

  async function show(document: Scenario): Promise<void> {
    const definitions = write(document);
    if (!shown || !adopt(modeler, definitions)) await fill(definitions);
    finish(document);
  }

  /** Draws everything anew; what was seen and selected stays so. */
  async function fill(definitions: ModdleElement): Promise<void> {
    const canvas = modeler.get('canvas');
    const selected = modeler
      .get('selection')
      .get()
      .map(({ id }) => id);
    const { x, y, width, height } = canvas.viewbox();
    isFilling = true;
    try {
      await modeler.importDefinitions(definitions);
      if (shown) canvas.viewbox({ x, y, width, height });
      const registry = modeler.get('elementRegistry');
      modeler.get('selection').select(selected.flatMap((id) => registry.get(id) ?? []));
    } finally {
      isFilling = false;
    }
  }

  function finish(document: Scenario): void {
    shown = document;
    isTouched = false;
    onShown();
  }

  function isBusy(): boolean {
    return modeler.get('directEditing').isActive() || Boolean(modeler.get('dragging').context());
  }

  return {
    isFilling: () => isFilling,
    stop() {
      isOver = true;
      leave();
    },
  };
}

/** Where the steps stand in the diagram. */
function positionsIn(modeler: TypedModeler): Positions {
  return Object.fromEntries([...shapesOf(modeler)].map(([id, { x, y }]) => [id, { x, y }]));
}

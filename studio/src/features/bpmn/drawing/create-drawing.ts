import type { Problem, Scenario } from '@scenarium/language';
import type { DocumentStore, Positions } from '../../../document/index.ts';
import type { Write } from '../conversion/create-write.ts';
import type { Reader } from '../conversion/reader.ts';
import { takeDrawing } from '../drawn/take-drawing.ts';
import type { Element, ModdleElement, TypedModeler } from '../modeler/services.ts';
import { adopt } from './adopt.ts';
import { changedPart } from './changed-part.ts';
import { placesIn } from './places-in.ts';
import { shapesOf } from './shapes-of.ts';

/** What commands of bpmn-js do that only put steps elsewhere. */
const MOVES = [
  'elements.move',
  'shape.move',
  'connection.move',
  'connection.layout',
  'connection.updateWaypoints',
  'lane.updateRefs',
  'group.updateRefs',
];

/** A diagram after a gesture: as a file, or the places alone where nothing else can have changed. */
interface Snapshot {
  drawn: { xml: string } | { places: Positions };
  seen: Positions;
}

interface Executed {
  command: string;
  context: { shapes?: Element[] };
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
  let isOnlyMoved = true;
  let isWorking = false;
  let isFilling = false;
  let isOver = false;

  bus.on('commandStack.executed', ({ command, context: { shapes = [] } }: Executed) => {
    isOnlyMoved &&= MOVES.includes(command) && shapes.every(({ type }) => type !== 'bpmn:TextAnnotation');
  });
  bus.on('commandStack.changed', ({ trigger }: { trigger?: string }) => {
    if (trigger !== 'clear') void draw().catch(onFailed);
  });
  // What somebody is just drawing or typing is not taken from under the pointer.
  for (const event of ['drag.cleanup', 'directEditing.deactivate']) bus.on(event, () => setTimeout(work));
  const leave = store.subscribe(() => void work());
  void work();

  async function draw(): Promise<void> {
    const seen = positionsIn(modeler);
    if (isOnlyMoved) snapshots.push({ drawn: { places: placesIn(modeler) }, seen });
    else {
      isTouched = true;
      isOnlyMoved = true;
      const { xml = '' } = await modeler.saveXML();
      snapshots.push({ drawn: { xml }, seen });
    }
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

  async function take({ drawn, seen }: Snapshot): Promise<void> {
    const read = 'xml' in drawn ? await reader.read(drawn.xml) : { scenario: placed(drawn.places), report: [] };
    if (isOver || !shown) return;
    const outcome = takeDrawing(store, { ...read, shown, seen });
    if (outcome.ok && 'xml' in drawn) shown = store.get();
    if (outcome.ok) return;
    isTouched = true;
    onRefused(outcome.problem);
  }

  function placed(places: Positions): Scenario | undefined {
    return shown && { ...shown, layout: { ...shown.layout, ...places } };
  }

  async function show(document: Scenario): Promise<void> {
    const part = shown && !isTouched ? changedPart(shown, document) : undefined;
    if (part && adopt(modeler, write(part.scenario), part.steps)) return finish(document);
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

import {
  addStep,
  arrange,
  insertStep,
  moveNotes,
  moveSteps,
  stepExits,
  type Command,
  type Point,
  type Positions,
} from '../../document/index.ts';
import { createValue } from '../../api/value.ts';
import { glide } from '../../ui/motion.ts';
import { createEditor, type Arrangement } from '../scenarios/editor.ts';
import type { OpenScenario } from '../scenarios/open-scenario.ts';
import { freeSpot } from './gestures/free-spot.ts';
import { roomInFlow } from './gestures/room-in-flow.ts';
import { noteIdOf } from './notes/note-node.ts';
import { boxesOf } from './project/boxes-of.ts';
import type { Held } from './project/decorate.ts';
import { CARD } from './project/geometry.ts';
import type { Choice, Light, MenuPlace, Session, Wish } from './session.ts';

type Given = OpenScenario & Pick<Session, 'flow' | 'say'>;

const NOTHING: ReadonlyMap<string, Held> = new Map();
const DARK: ReadonlyMap<string, Light> = new Map();

/** Makes what everything on the canvas shares. */
export function createSession(given: Given): Session {
  const { store, flow, execute, select } = given;
  const wish = createValue<Wish | null>(null);
  const renaming = createValue<string | null>(null);
  const held = createValue(NOTHING);
  let last: Point | null = null;

  /** The layout of a scenario that had none begins with the first change of it: everything stays where it is shown. */
  const keepingPlaces = <T>(command: Command<T>, moved: Positions = {}): Command<T> => ({
    ...command,
    run(document) {
      const outcome = command.run(document);
      if (!outcome.ok) return outcome;
      for (const { id, position } of flow.getNodes()) {
        const place = moved[id] ?? document.get('layout', id) ?? position;
        if (document.step(id)) document.put('layout', id, { x: place.x, y: place.y });
      }
      return outcome;
    },
  });

  function goTo(id: string): void {
    const note = noteIdOf(id);
    if (note === undefined) select([id]);
    else select([], [note]);
    show(id);
  }

  function show(id: string): void {
    const node = flow.getNode(id);
    if (!node || isInSight(node.position, node.height ?? CARD.head)) return;
    const { x, y } = node.position;
    void flow.setCenter(x + CARD.width / 2, y + (node.height ?? 0) / 2, {
      zoom: Math.max(flow.getZoom(), 0.6),
      ...glide(),
    });
  }

  function isInSight({ x, y }: Point, height: number): boolean {
    const pane = paneOf();
    const [from, to] = [
      flow.flowToScreenPosition({ x, y }),
      flow.flowToScreenPosition({ x: x + CARD.width, y: y + height }),
    ];
    return from.x >= pane.left && from.y >= pane.top && to.x <= pane.right && to.y <= pane.bottom;
  }

  /** The flow that leaves by an exit for one flow only: a step that comes after the exit goes into it, so that nothing is cut off. */
  function flowOf(after: Wish['after']): string | undefined {
    const exit = stepExits(store.index, after?.from ?? '').find(({ name }) => name === after?.on);
    return exit?.many ? undefined : exit?.flows[0]?.id;
  }

  function add({ type, action }: Choice, { at, after, flow: wanted }: Omit<Wish, 'pointer'>): void {
    const step = { type, ...(action !== undefined && { action }) };
    const boxes = boxesOf(flow.getNodes());
    const into = wanted ?? flowOf(after);
    const room = into === undefined ? undefined : roomInFlow(boxes, store.index.flow(into), at);
    const outcome = execute(
      into !== undefined && room
        ? keepingPlaces(insertStep({ step, flow: into, at: room.at }), room.moved)
        : keepingPlaces(addStep({ step, at: freeSpot(boxes, at), ...(after && { after }) })),
    );
    if (!outcome.ok) return;
    const { id } = outcome.value;
    // The node is there after the next drawing.
    requestAnimationFrame(() => goTo(id));
    select([id]);
  }

  function move(all: Positions, as?: Arrangement): void {
    const [steps, papers] = parted(all);
    if (as) execute(keepingPlaces(arrange({ as, positions: steps })));
    else if (Object.keys(steps).length === 0) execute(moveNotes({ positions: papers }));
    else execute(keepingPlaces(moveSteps({ positions: steps, notes: papers })));
  }

  return {
    ...createEditor(given, { show, boxes: () => boxesOf(flow.getNodes()), arrange: move }),
    flow,
    say: given.say,
    move,
    wish,
    menu: createValue<MenuPlace | null>(null),
    finding: createValue(false),
    renaming,
    target: createValue<string | null>(null),
    lit: createValue(DARK),
    held,
    settle: () => held.set(NOTHING),
    tool: createValue<'pointer' | 'hand'>('pointer'),
    keepingPlaces,
    openPalette: (next) => given.readOnly || wish.set(next),
    add,
    goTo,
    write(id) {
      goTo(id);
      if (!given.readOnly) renaming.set(id);
    },
    point: (pointer) => void (last = pointer),
    spot() {
      const { left, top, width, height } = paneOf();
      const pointer = last ?? { x: left + width / 2, y: top + height / 3 };
      return { pointer, at: flow.screenToFlowPosition(pointer) };
    },
  };
}

/** Positions of steps, and those of notes. */
function parted(all: Positions): [steps: Positions, notes: Positions] {
  const [steps, notes]: [Positions, Positions] = [{}, {}];
  for (const [id, point] of Object.entries(all)) {
    const note = noteIdOf(id);
    if (note === undefined) steps[id] = point;
    else notes[note] = point;
  }
  return [steps, notes];
}

function paneOf(): DOMRect {
  return document.querySelector('.graph-canvas')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
}

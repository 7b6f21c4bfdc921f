import {
  addStep,
  arrange,
  insertStep,
  moveSteps,
  type Command,
  type Point,
  type Positions,
} from '../../document/index.ts';
import { createValue } from '../../api/value.ts';
import { freeSpot } from './gestures/free-spot.ts';
import { roomInFlow } from './gestures/room-in-flow.ts';
import { boxesOf } from './project/boxes-of.ts';
import { CARD } from './project/geometry.ts';
import type { Choice, Light, MenuPlace, Session, Wish } from './session.ts';

type Given = Pick<Session, 'store' | 'overlay' | 'readOnly' | 'flow' | 'refuse' | 'say'>;

const NOBODY: readonly string[] = [];
const DARK: ReadonlyMap<string, Light> = new Map();

/** Makes what everything on the canvas shares. */
export function createSession(given: Given): Session {
  const { store, flow, refuse } = given;
  const selection = createValue(NOBODY);
  const flows = createValue(NOBODY);
  const notes = createValue(NOBODY);
  const wish = createValue<Wish | null>(null);
  const side = createValue('step');
  let last: Point | null = null;

  const execute: Session['execute'] = (command) => {
    const outcome = store.execute(command);
    if (!outcome.ok) refuse(outcome.problem);
    return outcome;
  };

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

  function select(ids: readonly string[]): void {
    selection.set(ids);
    flows.set(NOBODY);
    notes.set(NOBODY);
  }

  function goTo(id: string): void {
    select([id]);
    const node = flow.getNode(id);
    if (!node || isInSight(node.position, node.height ?? CARD.head)) return;
    const { x, y } = node.position;
    void flow.setCenter(x + CARD.width / 2, y + (node.height ?? 0) / 2, {
      zoom: Math.max(flow.getZoom(), 0.6),
      duration: 200,
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

  function add({ type, action }: Choice, { at, after, flow: into }: Omit<Wish, 'pointer'>): void {
    const step = { type, ...(action !== undefined && { action }) };
    const boxes = boxesOf(flow.getNodes());
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

  return {
    ...given,
    selection,
    flows,
    notes,
    wish,
    side,
    menu: createValue<MenuPlace | null>(null),
    finding: createValue(false),
    renaming: createValue<string | null>(null),
    target: createValue<string | null>(null),
    lit: createValue(DARK),
    tool: createValue<'pointer' | 'hand'>('pointer'),
    execute,
    keepingPlaces,
    openPalette: (next) => given.readOnly || wish.set(next),
    add,
    select,
    goTo,
    edit(id) {
      goTo(id);
      side.set('step');
      requestAnimationFrame(() => focusFirst('.graph-side'));
    },
    move(positions, as) {
      const command = as ? arrange({ as, positions }) : moveSteps({ positions });
      execute(keepingPlaces(command));
    },
    point: (pointer) => void (last = pointer),
    spot() {
      const { left, top, width, height } = paneOf();
      const pointer = last ?? { x: left + width / 2, y: top + height / 3 };
      return { pointer, at: flow.screenToFlowPosition(pointer) };
    },
  };
}

function paneOf(): DOMRect {
  return document.querySelector('.graph-canvas')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
}

/** Goes to the first field of a part of the page. */
export function focusFirst(part: string): void {
  document.querySelector<HTMLElement>(`${part} :is(input, textarea, [contenteditable=true], button)`)?.focus();
}

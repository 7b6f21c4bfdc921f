import { useEffect } from 'react';
import { nearestStep, type Direction } from '../../../document/index.ts';
import { isTyping } from '../../../ui/is-typing.ts';
import { ACTION_NAMES, actions, isPossible } from '../actions/actions.ts';
import type { Action } from '../actions/action.ts';
import { focusFirst } from '../../../ui/focus-first.ts';
import { SIDE_BAR } from '../../scenarios/editor.ts';
import { isStep } from '../project/project-nodes.ts';
import { useSession, type Session } from '../session.ts';
import { matchKeys } from './match-keys.ts';

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const NUDGE = 8;

/** Does by keys what can be done; nothing while somebody types or a dialog is open. */
export function useKeys(): void {
  const session = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || isTyping(target) || isElsewhere(target)) return;
      if (session.menu.get()) return closeMenu(session, event);
      const isOnCanvas = target instanceof Element && target.closest('.graph-canvas') !== null;
      const name = ACTION_NAMES.find((one) => {
        const { keys = [], onCanvasOnly }: Action = actions[one];
        return (isOnCanvas || !onCanvasOnly) && keys.some((all) => matchKeys(event, all)) && isPossible(session, one);
      });
      if (!name && !(isOnCanvas && walk(session, event))) return;
      event.preventDefault();
      if (name) (actions[name] as Action).run(session);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [session]);
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;

/** A menu that has opened, but has not taken the keys yet. */
function closeMenu({ menu }: Session, event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  menu.set(null);
}

/** Keys that walk. Tells whether it was one. */
function walk(session: Session, event: KeyboardEvent): boolean {
  if (matchKeys(event, 'F6')) {
    focusFirst(SIDE_BAR);
    return true;
  }
  if (matchKeys(event, 'ContextMenu') || matchKeys(event, 'Shift+F10')) return openMenu(session);
  const direction = ARROWS[event.key];
  if (!direction || event.altKey || event.shiftKey) return false;
  const [first] = session.selection.get();
  const nodes = session.flow.getNodes().filter(isStep);
  if (event.ctrlKey || event.metaKey) nudge(session, direction);
  else if (first === undefined) session.goTo(nodes[0]?.id ?? '');
  else {
    const layout = Object.fromEntries(nodes.map(({ id, position }) => [id, position]));
    const next = nearestStep(layout, first, direction);
    if (next !== undefined) session.goTo(next);
  }
  return true;
}

function nudge({ flow, selection, move, readOnly }: Session, direction: Direction): void {
  const by = { left: [-NUDGE, 0], right: [NUDGE, 0], up: [0, -NUDGE], down: [0, NUDGE] }[direction] as [number, number];
  const places = selection.get().flatMap((id) => {
    const { position } = flow.getNode(id) ?? {};
    return position ? [[id, { x: position.x + by[0], y: position.y + by[1] }] as const] : [];
  });
  if (!readOnly) move(Object.fromEntries(places));
}

function openMenu({ flow, selection, menu, spot }: Session): boolean {
  const [id] = selection.get();
  const node = id === undefined ? undefined : flow.getNode(id);
  const pointer = node
    ? flow.flowToScreenPosition({ x: node.position.x + 40, y: node.position.y + 36 })
    : spot().pointer;
  menu.set({ pointer, on: node ? 'step' : 'canvas', id: node?.id ?? '' });
  return true;
}

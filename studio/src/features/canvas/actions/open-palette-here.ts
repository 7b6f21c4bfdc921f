import { stepExits } from '../../../document/index.ts';
import { CARD } from '../project/geometry.ts';
import type { Session } from '../session.ts';

const GAP = 72;

/** Opens the palette over a step, for another type of it. */
export function openPaletteToReplace(session: Session, id: string): void {
  const at = session.flow.getNode(id)?.position;
  if (at) session.openPalette({ pointer: session.flow.flowToScreenPosition(at), at, replaces: id });
}

/** Opens the palette: at the chosen step, from its first free exit, or where the pointer is. `connects`: for a step that is there. */
export function openPaletteHere(session: Session, { connects = false, on = '' } = {}): void {
  const [id, ...others] = session.selection.get();
  const node = id === undefined || others.length > 0 ? undefined : session.flow.getNode(id);
  if (id === undefined || !node) return session.openPalette(session.spot());
  const exits = stepExits(session.store.index, id);
  const exit =
    exits.find(({ name }) => name === on) ??
    exits.find(({ isMissing }) => isMissing) ??
    exits.find(({ flows }) => flows.length === 0) ??
    exits[0];
  const { x, y } = node.position;
  const at = { x: x + CARD.width + GAP, y };
  const after = exit && { from: id, on: exit.name };
  session.openPalette({ pointer: session.flow.flowToScreenPosition({ x: at.x - GAP / 2, y }), at, after, connects });
}

import { glide } from '../../../ui/motion.ts';
import { isStep } from '../project/project-nodes.ts';
import type { Session } from '../session.ts';
import { tidy } from './tidy.ts';

/** Lays out all steps or the chosen ones, as one step of undo. */
export async function tidyUp(session: Session, which: 'all' | 'selection'): Promise<void> {
  const { flow, selection } = session;
  const ids = new Set(selection.get());
  const nodes = flow
    .getNodes()
    .filter(isStep)
    .filter(({ id }) => which === 'all' || ids.has(id));
  const positions = await tidy(nodes, flow.getEdges()).catch(() => undefined);
  if (!positions) return session.say('tidyFailed');
  // Somebody may have deleted a step meanwhile.
  const there = Object.entries(positions).filter(([id]) => session.store.index.step(id));
  session.move(Object.fromEntries(there), 'tidy');
  if (which === 'all') setTimeout(() => void flow.fitView({ maxZoom: 1, minZoom: 0.3, padding: 0.1, ...glide() }), 60);
}

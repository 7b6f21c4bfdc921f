import type { Scenario } from '../../document/scenario.ts';
import type { Trigger } from '../../document/trigger.ts';
import { isRefusedKey } from '../../load/refused-key.ts';
import type { BpmnElement } from '../moddle.ts';
import type { Became } from './become.ts';
import type { Node } from './drawing.ts';
import { placedBy, type Box } from './positions.ts';
import type { Recalled } from './recall.ts';

const BESIDE = 130;

/** The layout: as we wrote it, with the positions of all shapes that somebody placed. Undefined where there is none. */
export function readLayout({
  stored,
  became,
  triggers,
  positions,
}: {
  stored: Scenario['layout'];
  became: ReadonlyMap<Node, Became>;
  triggers: readonly { trigger: Trigger; node: Node; recalled: Recalled | undefined }[];
  positions: ReadonlyMap<BpmnElement, Box>;
}): Scenario['layout'] {
  const layout = { ...stored };
  for (const { node, steps, recalled } of became.values()) {
    const position = placedBy(positions.get(node.element), recalled);
    if (!position) continue;
    steps.forEach(({ id }, i) => (layout[id] = { x: position.x + i * BESIDE, y: position.y }));
  }
  const ids = new Set([...became.values()].flatMap(({ steps }) => steps.map(({ id }) => id)));
  for (const { trigger, node, recalled } of triggers) {
    const position = recalled && !ids.has(trigger.id) ? placedBy(positions.get(node.element), recalled) : undefined;
    if (position) layout[trigger.id] = position;
  }
  for (const id of Object.keys(layout).filter(isRefusedKey)) delete layout[id];
  return stored === undefined && Object.keys(layout).length === 0 ? undefined : layout;
}

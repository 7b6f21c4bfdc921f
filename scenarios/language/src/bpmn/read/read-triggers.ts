import { Trigger } from '../../document/trigger.ts';
import { createIds } from '../ids.ts';
import type { Became } from './become.ts';
import { claimIds } from './claim-ids.ts';
import type { Edge, Node } from './drawing.ts';
import { landing } from './read-flows.ts';
import { recall, type Recalled } from './recall.ts';
import type { Note } from './remarks.ts';

/** What starts the scenario, in the order of the drawing, and the nodes it is drawn by. */
export function readTriggers(
  edges: readonly Edge[],
  became: ReadonlyMap<Node, Became>,
  note: Note,
): { trigger: Trigger; node: Node; recalled: Recalled | undefined }[] {
  const land = landing(edges, became);
  const starts = [...became.values()]
    .filter(({ trigger }) => trigger !== undefined)
    .map((start) => ({ ...start, recalled: recall(start.node.element, 'Trigger', note), step: land(start.node) }))
    .filter(({ step, node }) => {
      if (step === undefined) note('start_unconnected', node.element);
      return step !== undefined;
    });
  const ids = claimIds(
    starts.map(({ node, recalled }) => ({
      xmlId: node.element.id ?? '',
      ...(typeof recalled?.data['id'] === 'string' && {
        stored: recalled.data['id'],
        writtenAs: recalled.of('element'),
      }),
    })),
    'start',
  );
  const taken = new Set<string>();
  return starts.map(({ node, recalled, step, trigger: draft }, i) => {
    const place = { id: ids[i] as string, step: step as string };
    const stored = recalled && Trigger.safeParse({ ...recalled.data, ...place });
    const wanted = stored?.success ? stored.data : ({ ...draft, ...place } as Trigger);
    const trigger = taken.has(keyOf(wanted)) ? otherwise(wanted, taken) : wanted;
    if (trigger !== wanted) note('start_changed', node.element, keyOf(trigger));
    taken.add(keyOf(trigger));
    return { trigger, node, recalled };
  });
}

/** A second start of the same kind: a command, named after the start. */
function otherwise({ id, step }: Trigger, taken: ReadonlySet<string>): Trigger {
  const ids = createIds();
  let command: string;
  do command = ids.take(id.replaceAll('.', '_'), 'start');
  while (taken.has(`command ${command}`));
  return { type: 'command', command, id, step };
}

function keyOf(trigger: Trigger): string {
  if (trigger.type === 'command') return `command ${trigger.command}`;
  return trigger.type === 'event' ? `event ${trigger.event}` : trigger.type;
}

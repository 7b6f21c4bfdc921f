import { eventOf } from './foreign-events.ts';
import { extensionOf } from '../moddle.ts';
import { titleOf } from './foreign-texts.ts';
import type { Drawing, Edge, Node } from './drawing.ts';
import type { StepDraft } from './draft.ts';
import type { Note } from './remarks.ts';
import { readTimer } from './timer.ts';

/**
 * An event-based gateway that waits for one event, or one event and a timer, is one of our steps: its flows then leave by `next` and
 * `timeout`, and the events after it disappear. Other such gateways are left as they are. Gives the steps by their gateways.
 */
export function joinEventGateways(drawing: Drawing, note: Note): Map<Node, StepDraft> {
  const made = new Map<Node, StepDraft>();
  for (const node of drawing.nodes.filter(({ element }) => element.$type === 'bpmn:EventBasedGateway')) {
    if (extensionOf(node.element, 'Step')) continue;
    const ways = drawing.edges.filter(({ from }) => from === node).map(({ to }) => to);
    const timers = ways.filter(({ element }) => eventOf(element).kind === 'timer' && isCatch(element.$type));
    const events = ways.filter((way) => !timers.includes(way) && waits(way));
    const alone = ways.every((way) => drawing.edges.filter(({ to }) => to === way).length === 1);
    if (!alone || events.length !== 1 || timers.length > 1 || events.length + timers.length !== ways.length) continue;
    const [event] = events as [Node];
    const [timer] = timers;
    made.set(node, { type: 'event', event: awaited(event), ...timeOf(timer, note) });
    take(drawing, { gateway: node, way: event, exit: 'next' });
    if (timer) take(drawing, { gateway: node, way: timer, exit: 'timeout' });
  }
  return made;
}

function isCatch(type: string): boolean {
  return type === 'bpmn:IntermediateCatchEvent';
}

function waits({ element }: Node): boolean {
  if (extensionOf(element, 'Step')) return false;
  return (
    element.$type === 'bpmn:ReceiveTask' || (isCatch(element.$type) && /message|signal/.test(eventOf(element).kind))
  );
}

function awaited({ element }: Node): string {
  return isCatch(element.$type) ? eventOf(element).event : titleOf(element).slice(0, 128);
}

function timeOf(timer: Node | undefined, note: Note): { timeout?: string; until?: string } {
  const { definition } = timer ? eventOf(timer.element) : {};
  if (!timer || !definition) return {};
  const time = readTimer(definition, timer.element, note);
  return time.for === undefined ? { until: time.until } : { timeout: time.for };
}

/** Lets the flows of a way leave by an exit of the gateway. */
function take(drawing: Drawing, { gateway, way, exit }: { gateway: Node; way: Node; exit: string }): void {
  drawing.nodes = drawing.nodes.filter((node) => node !== way);
  drawing.edges = drawing.edges
    .filter(({ to }) => to !== way)
    .map((edge): Edge => (edge.from === way && !edge.boundary ? { ...edge, from: gateway, exit } : edge))
    .filter(({ from }) => from !== way);
}

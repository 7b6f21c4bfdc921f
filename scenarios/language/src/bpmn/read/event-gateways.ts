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
  const outs = Map.groupBy(drawing.edges, ({ from }) => from);
  const ins = Map.groupBy(drawing.edges, ({ to }) => to);
  const joined = new Map<Node, { gateway: Node; exit: string }>();
  for (const gateway of drawing.nodes.filter(({ element }) => element.$type === 'bpmn:EventBasedGateway')) {
    if (extensionOf(gateway.element, 'Step')) continue;
    const ways = (outs.get(gateway) ?? []).map(({ to }) => to);
    const timers = ways.filter(({ element }) => eventOf(element).kind === 'timer' && isCatch(element.$type));
    const events = ways.filter(waits);
    const alone = ways.every((way) => ins.get(way)?.length === 1);
    if (!alone || events.length !== 1 || timers.length > 1 || events.length + timers.length !== ways.length) continue;
    const [event] = events as [Node];
    const [timer] = timers;
    made.set(gateway, { type: 'event', event: awaited(event), ...timeOf(timer, note) });
    joined.set(event, { gateway, exit: 'next' });
    if (timer) joined.set(timer, { gateway, exit: 'timeout' });
  }
  drawing.nodes = drawing.nodes.filter((node) => !joined.has(node));
  drawing.edges = drawing.edges
    .filter(({ to }) => !joined.has(to))
    .flatMap((edge) => moved(edge, joined.get(edge.from)));
  return made;
}

/** A flow of an event after a gateway leaves by an exit of the gateway. */
function moved(edge: Edge, way: { gateway: Node; exit: string } | undefined): Edge[] {
  if (!way) return [edge];
  return edge.boundary ? [] : [{ ...edge, from: way.gateway, exit: way.exit }];
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

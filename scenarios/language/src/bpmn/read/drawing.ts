import { extensionOf, type BpmnElement } from '../moddle.ts';
import type { Note } from './remarks.ts';

/** A flow node of the process, or the place where a flattened subprocess is left (`exit`). */
export interface Node {
  element: BpmnElement;
  /** In a subprocess: what its end events lead to. */
  exit?: Node;
  /** Only leads on: a subprocess that was flattened, a link, a start or an end inside of a subprocess. */
  passes?: boolean;
}

/** A sequence flow; `boundary` where it leaves by a boundary event, `exit` where that is settled already. */
export interface Edge {
  from: Node;
  to: Node;
  flow?: BpmnElement;
  boundary?: BpmnElement;
  exit?: string;
}

/** The process as nodes and edges, subprocesses flattened. */
export interface Drawing {
  nodes: Node[];
  edges: Edge[];
  boundaries: BpmnElement[];
  /** Text annotations. */
  annotations: BpmnElement[];
}

interface Ends {
  entry: Node;
  exit: Node;
}

/** Reads the nodes and edges of a process. */
export function draw(process: BpmnElement, note: Note): Drawing {
  const drawing: Drawing = { nodes: [], edges: [], boundaries: [], annotations: [] };
  const ends = new Map<BpmnElement, Ends>();
  const flows: BpmnElement[] = [];
  collect(process, undefined);
  for (const flow of flows) connect(flow);
  lead();
  link();
  return drawing;

  function collect(container: BpmnElement, exit: Node | undefined): void {
    for (const element of list(container, 'flowElements')) {
      if (element.$type === 'bpmn:SequenceFlow') flows.push(element);
      else if (element.$type === 'bpmn:BoundaryEvent') drawing.boundaries.push(element);
      else if (element.$instanceOf('bpmn:SubProcess')) flatten(element, exit);
      else if (element.$instanceOf('bpmn:FlowNode')) add({ element, ...(exit && { exit }) });
      else note('data', element);
    }
    for (const artifact of list(container, 'artifacts')) annotate(artifact);
    for (const lanes of list(container, 'laneSets')) for (const lane of list(lanes, 'lanes')) note('lane', lane);
  }

  function annotate(artifact: BpmnElement): void {
    if (artifact.$type === 'bpmn:TextAnnotation') drawing.annotations.push(artifact);
    else if (artifact.$type !== 'bpmn:Association') note('note', artifact, artifact.name ?? '');
  }

  function flatten(element: BpmnElement, outer: Node | undefined): void {
    const own = element.get('triggeredByEvent') === true;
    const entry: Node = { element, passes: true, ...(outer && { exit: outer }) };
    const exit: Node = { element, passes: true, ...(outer && { exit: outer }) };
    note(own ? 'event_subprocess' : 'subprocess_flattened', element);
    if (element.get('loopCharacteristics')) note('loop_ignored', element);
    const first = drawing.nodes.length;
    if (!own) drawing.nodes.push(entry);
    ends.set(element, { entry, exit });
    collect(element, exit);
    drawing.nodes.push(exit);
    const inner = drawing.nodes.slice(first).filter((node) => node.exit === exit);
    const starts = inner.filter((node) => node.element.$type === 'bpmn:StartEvent');
    const begins = starts.length > 0 ? starts : inner.filter((node) => list(node.element, 'incoming').length === 0);
    if (own) return;
    for (const node of starts) node.passes = true;
    for (const node of begins.length > 0 ? begins : [exit]) drawing.edges.push({ from: entry, to: node });
  }

  function add(node: Node): void {
    drawing.nodes.push(node);
    ends.set(node.element, { entry: node, exit: node });
  }

  function connect(flow: BpmnElement): void {
    const source = flow.get('sourceRef') as BpmnElement | undefined;
    const boundary = source?.$type === 'bpmn:BoundaryEvent' ? source : undefined;
    const host = boundary ? (boundary.get('attachedToRef') as BpmnElement | undefined) : source;
    const from = host && ends.get(host)?.exit;
    const to = ends.get(flow.get('targetRef') as BpmnElement)?.entry;
    if (!from || !to) note('flow_dangling', flow);
    else drawing.edges.push({ from, to, flow, ...(boundary && { boundary }) });
  }

  /** What ends inside of a subprocess leads out of it. */
  function lead(): void {
    const left = new Set(drawing.edges.map(({ from }) => from));
    for (const node of drawing.nodes) {
      if (!node.exit || left.has(node) || isOurEnd(node.element)) continue;
      drawing.edges.push({ from: node, to: node.exit });
      if (node.element.$type === 'bpmn:EndEvent') node.passes = true;
    }
  }

  function link(): void {
    const links = drawing.nodes.filter(({ element }) => linkName(element) !== undefined);
    for (const node of links) node.passes = true;
    const targets = new Map(
      links
        .filter(({ element }) => element.$type === 'bpmn:IntermediateCatchEvent')
        .map((node) => [linkName(node.element), node]),
    );
    for (const from of links.filter(({ element }) => element.$type === 'bpmn:IntermediateThrowEvent')) {
      const to = targets.get(linkName(from.element));
      if (to) drawing.edges.push({ from, to });
    }
  }
}

/** The children of a kind; none where the element has no such children. */
export function list(element: BpmnElement, property: string): BpmnElement[] {
  const value = element.get(property);
  return Array.isArray(value) ? (value as BpmnElement[]) : [];
}

function isOurEnd(element: BpmnElement): boolean {
  return element.$type === 'bpmn:EndEvent' && extensionOf(element, 'Step') !== undefined;
}

function linkName(element: BpmnElement): string | undefined {
  const definition = list(element, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
  return definition && (definition.name ?? element.name ?? '');
}

import type { BpmnElement } from '../moddle.ts';
import { sizeOf } from '../sizes.ts';
import type { Point } from './auto-layout.ts';
import type { Sheet } from './sheet.ts';

/** Writes shapes and edges of everything on the sheet. `places`: positions by XML id; boundary events sit below what they belong to. */
export function writeDiagram(sheet: Sheet, process: BpmnElement, places: ReadonlyMap<string, Point>): BpmnElement {
  const boxes = new Map<BpmnElement, Point & { width: number; height: number }>();
  const attached = new Map<BpmnElement, number>();
  for (const element of sheet.elements) {
    const place = places.get(element.id as string);
    if (place) boxes.set(element, { ...place, ...sizeOf(element.$type) });
  }
  for (const element of sheet.elements) {
    const host = element.$type === 'bpmn:BoundaryEvent' ? (element.get('attachedToRef') as BpmnElement) : undefined;
    const box = host && boxes.get(host);
    if (!host || !box) continue;
    const index = attached.get(host) ?? 0;
    attached.set(host, index + 1);
    const size = sizeOf(element.$type);
    boxes.set(element, { x: box.x + 2 + index * 34, y: box.y + box.height - size.height / 2, ...size });
  }
  const shapes = sheet.elements.flatMap((element) => {
    const box = boxes.get(element);
    return box ? [shape(sheet, element, box)] : [];
  });
  const notes = sheet.notes.map(({ annotation, note: { x, y, width, height } }) =>
    shape(sheet, annotation, { x, y, width, height }),
  );
  const edges = sheet.elements
    .filter(({ $type }) => $type === 'bpmn:SequenceFlow')
    .map((flow) => edge(sheet, flow, boxes));
  return sheet.create('bpmndi:BPMNDiagram', {
    id: sheet.ids.take('Diagram', 'Diagram'),
    plane: sheet.create('bpmndi:BPMNPlane', {
      id: sheet.ids.take('Plane', 'Plane'),
      bpmnElement: process,
      planeElement: [...shapes, ...notes, ...edges],
    }),
  });
}

type Box = Point & { width: number; height: number };

function shape(sheet: Sheet, element: BpmnElement, box: Box): BpmnElement {
  return sheet.create('bpmndi:BPMNShape', {
    id: sheet.ids.take(`${element.id}_di`, 'Shape'),
    bpmnElement: element,
    bounds: sheet.create('dc:Bounds', { ...box }),
  });
}

function edge(sheet: Sheet, flow: BpmnElement, boxes: ReadonlyMap<BpmnElement, Box>): BpmnElement {
  const source = flow.get('sourceRef') as BpmnElement;
  const from = boxes.get(source) as Box;
  const to = boxes.get(flow.get('targetRef') as BpmnElement) as Box;
  const below = source.$type === 'bpmn:BoundaryEvent';
  const start = below
    ? { x: from.x + from.width / 2, y: from.y + from.height }
    : { x: from.x + from.width, y: from.y + from.height / 2 };
  return sheet.create('bpmndi:BPMNEdge', {
    id: sheet.ids.take(`${flow.id}_di`, 'Edge'),
    bpmnElement: flow,
    waypoint: [start, { x: to.x, y: to.y + to.height / 2 }].map((point) => sheet.create('dc:Point', point)),
  });
}

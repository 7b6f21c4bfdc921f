/** Width and height of a shape, as editors of BPMN draw it. */
export function sizeOf(bpmnType: string): { width: number; height: number } {
  if (bpmnType.endsWith('Event')) return { width: 36, height: 36 };
  if (bpmnType.endsWith('Gateway')) return { width: 50, height: 50 };
  return { width: 100, height: 80 };
}

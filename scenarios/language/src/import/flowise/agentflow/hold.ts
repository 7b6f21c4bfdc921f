import { placeholderAction, settingsAsInput } from '../../placeholder.ts';
import type { Drawing, DrawNode } from './drawing.ts';
import type { Node } from '../graph.ts';
import { updateState } from './update-state.ts';

/** Keeps a node's place and settings in an action that is still to be chosen. */
export const hold: DrawNode = (node, drawing) => {
  holdAs(node, { kind: node.name.replace(/Agentflow$/, ''), input: node.inputs }, drawing);
};

export function holdAs(
  node: Node,
  { kind, input, isScript = false }: { kind: string; input: unknown; isScript?: boolean },
  drawing: Drawing,
): string {
  const action = placeholderAction('flowise', kind);
  drawing.notes.note(isScript ? 'script_kept' : 'placeholder', action);
  const step = drawing.add({
    type: 'action',
    action,
    input: settingsAsInput(input, drawing.template),
    ...(drawing.output && { saveTo: drawing.output }),
  });
  updateState(node, drawing);
  return step;
}

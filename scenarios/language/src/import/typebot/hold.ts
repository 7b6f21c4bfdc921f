import { placeholderAction, settingsAsInput } from '../placeholder.ts';
import type { Block } from './blocks.ts';
import type { Drawing } from './drawing.ts';

/** Keeps a block's place and settings in an action that is still to be chosen. */
export function hold(block: Block, { add, notes, template, variables }: Drawing): void {
  const action = placeholderAction('typebot', block.type);
  notes.note(block.type === 'Code' ? 'script_kept' : 'placeholder', action);
  const saveTo = variables.byId(block.options['variableId']);
  add({
    type: 'action',
    action,
    input: settingsAsInput(block.options, template),
    ...(saveTo && { saveTo: saveTo.source }),
  });
}

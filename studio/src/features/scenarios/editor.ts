import { createContext, useContext } from 'react';
import type { Box, Positions } from '../../document/index.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import type { OpenScenario } from './open-scenario.ts';

export type Arrangement = 'tidy' | 'align' | 'distribute' | 'make-space';

/** What only the face that is drawn can do. */
export interface Face {
  /** Brings a step into sight. */
  show(id: string): void;
  /** Where the steps are drawn. */
  boxes(): readonly Box[];
  /** Puts steps elsewhere, as one step of undo. */
  arrange(positions: Positions, as: Arrangement): void;
}

/** An open scenario in the face that shows it: what stands beside works with this, whichever face it is. */
export interface Editor extends OpenScenario, Face {
  /** Chooses a step and brings it into sight. */
  goTo(id: string): void;
  /** Goes to the fields of what is chosen. */
  toFields(): void;
  /** Chooses a step and goes to its fields. */
  edit(id: string): void;
  /** Goes to where the chosen step, or the scenario as a whole, is commented on. */
  comment(): void;
  /** Goes back to what is drawn. */
  toDrawing(): void;
}

export const SIDE_BAR = '.side-bar-part:not([hidden])';

export function createEditor(scenario: OpenScenario, face: Face): Editor {
  function goTo(id: string): void {
    scenario.select([id]);
    face.show(id);
  }
  function toFields(): void {
    scenario.side.set('step');
    requestAnimationFrame(() => focusFirst(SIDE_BAR));
  }
  return {
    ...scenario,
    ...face,
    goTo,
    toFields,
    edit(id) {
      goTo(id);
      toFields();
    },
    comment() {
      scenario.side.set('comments');
      requestAnimationFrame(() => focusFirst('.comments-begin'));
    },
    toDrawing: () => document.querySelector<HTMLElement>('.graph-canvas, .bpmn-canvas svg')?.focus(),
  };
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('There is no open scenario here');
  return editor;
}

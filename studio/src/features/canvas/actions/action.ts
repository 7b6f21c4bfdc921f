import type { Session } from '../session.ts';
import type { en } from '../texts/en.ts';

/** Something that can be done on the canvas; keys, menus, the toolbar and the palette of commands all do this one thing. */
export interface Action {
  text: keyof typeof en & `do.${string}`;
  /** As `Ctrl+Shift+Z`; the first is shown. */
  keys?: readonly string[];
  /** Keys that mean this only while the canvas itself has the focus. */
  onCanvasOnly?: boolean;
  /** Changes the document, so that nobody who may only look can do it. */
  changes?: boolean;
  isPossible?(session: Session): boolean;
  run(session: Session): void;
}

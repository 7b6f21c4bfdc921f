import type { Words } from '../texts.ts';

/** What modules have to know of the view that they work in; they ask the injector for `setting`. */
export interface Setting {
  t: Words;
  readOnly: boolean;
  undo(): void;
  redo(): void;
}

import type { StepType } from '@scenarium/language';
import type { Words } from '../texts.ts';
import type { Thing } from './thing-of.ts';

/** What modules have to know of the view that they work in; they ask the injector for `setting`. */
export interface Setting {
  t: Words;
  /** What a kind of step is called. */
  nameOf(type: StepType): string;
  readOnly: boolean;
  undo(): void;
  redo(): void;
  remove(things: readonly Thing[]): void;
  duplicate(things: readonly Thing[]): void;
  changeType(step: string, type: StepType): void;
  /** Shows the fields of what is selected. */
  showFields(): void;
  /** Goes to them. */
  edit(): void;
  toggleBreakpoints(steps: readonly string[]): void;
  playFrom(step: string): void;
  /** Goes to where the chosen step is commented on. */
  comment(): void;
}

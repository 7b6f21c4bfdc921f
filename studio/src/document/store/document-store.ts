import type { Scenario } from '@scenarium/language';
import type { Command, Outcome } from '../commands/command.ts';
import type { CommandName } from '../commands/command-names.ts';
import type { DocumentIndex } from '../editing/document-index.ts';
import type { History, Title } from './history.ts';

/** An open scenario. Every function stands alone: hand them to `useSyncExternalStore` as they are. */
export interface DocumentStore {
  /** The document; the same object until it changes, and what did not change in it stays the same object too. */
  get(): Scenario;
  /** Calls back after each change of what the other functions give. Gives the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Counts what `subscribe` tells of: a snapshot for views of more than the document. */
  revision(): number;
  /** What can be asked of the document at once. It is one object for the life of the store: key what you derive by `revision`. */
  readonly index: DocumentIndex;

  /** Does a command, wholly or not at all. */
  execute<T>(command: Command<T>): Outcome<T>;
  /** Several commands as one step of undo, told of once. A refusal that `run` gives back, or anything it throws, takes all back. */
  transaction<T>(name: CommandName, run: () => Outcome<T>): Outcome<T>;
  /** Takes the last step back. False where there is none. */
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** What `undo` would take back: look its text up in `commandTitles`. */
  undoTitle(): Title | undefined;
  redoTitle(): Title | undefined;
  history(): History;

  /** Another document takes this one's place, as saved, and the history begins anew: a reload from the server. */
  replace(scenario: Scenario): void;
  /** The document as it is (or the one given, which was sent a while ago) is what the server has. */
  markSaved(scenario?: Scenario): void;
  isDirty(): boolean;
}

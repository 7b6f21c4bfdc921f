import type { Command } from '../../../document/index.ts';

/** A command that is a step of undo of its own, however soon it follows another: a choice, not a burst of typing. */
export function alone<T>({ group: _, ...command }: Command<T>): Command<T> {
  return command;
}

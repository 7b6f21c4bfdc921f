import { createValue } from '../api/value.ts';
import type { Command } from './use-commands.ts';

/** What the open page adds to the palette of commands; asked for when the palette opens. */
export const pageCommands = createValue<() => readonly Command[]>(() => []);

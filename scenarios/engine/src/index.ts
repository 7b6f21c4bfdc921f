export type { Advance } from './contract/advance.ts';
export type * from './contract/command.ts';
export type * from './contract/event.ts';
export type { Frame, Run, Token, Wait } from './contract/run.ts';
export type { TraceEntry } from './contract/trace.ts';

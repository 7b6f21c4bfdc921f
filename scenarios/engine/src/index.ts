export { advance } from './advance.ts';
export { replay } from './replay.ts';
export {
  createSimulation,
  type Line,
  type SimulatedAction,
  type Simulation,
  type SimulationOptions,
} from './simulate.ts';
export { coverageOf, type Coverage } from './coverage.ts';
export { whyNotMoved, type MoveRefusal } from './why-not-moved.ts';
export { isAsking, pendingEffects, subscriptions } from './inspect-run.ts';

export type { Advance } from './contract/advance.ts';
export type * from './contract/command.ts';
export type * from './contract/event.ts';
export type { Frame, Run, Token, Wait } from './contract/run.ts';
export type { TraceEntry } from './contract/trace.ts';

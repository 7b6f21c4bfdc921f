import type { Flow } from '@scenarium/language';
import { done, type Outcome } from '../commands/command.ts';
import { refuse } from '../commands/refuse.ts';
import { checked } from './checked.ts';
import type { Editing } from './editing.ts';
import { exitsOf } from './exits.ts';
import { hasRoom } from './room.ts';

/** A connection to be made. `on` is the exit, the first free one when left out. */
export interface Connection {
  from: string;
  to: string;
  on?: string;
  when?: string;
}

/** Joins two steps. An exit that leads to one step only is led to the new one: its flow stays what it is otherwise. */
export function join(document: Editing, { from, to, on: wanted, when }: Connection): Outcome<{ id: string }> {
  const on = wanted ?? freeExit(document, from);
  const flow = fittingFlow(document, { id: 'new', from, to, on, ...(when !== undefined && { when }) });
  if (!flow.ok) return flow;
  const taken = isMany(document, from, on) ? undefined : document.flowsFrom(from).find((other) => other.on === on);
  const room = taken ? done() : hasRoom(document, 'flows');
  if (!room.ok) return room;
  const id = taken?.id ?? freshFlowId(document);
  document.put('flows', id, { ...flow.value, id });
  return done({ id });
}

function freshFlowId(document: Editing): string {
  for (let number = document.keys('flows').length + 1; ; number += 1)
    if (!document.flow(`f${number}`)) return `f${number}`;
}

/** Checks that a flow is well-formed, that its ends are there, and that it leaves by an exit its step has. */
export function fittingFlow(document: Editing, value: unknown): Outcome<Flow> {
  const flow = checked.flow(value);
  if (!flow.ok) return flow;
  const { from, to, on, when } = flow.value;
  const step = document.step(from);
  if (!step) return refuse('unknown_step', from);
  if (!document.step(to)) return refuse('unknown_step', to);
  if (!exitsOf(step).some(({ name }) => name === on)) return refuse('unknown_exit', on);
  if (when !== undefined && !(step.type === 'condition' && on === 'next')) return refuse('misplaced_condition');
  return flow;
}

/** May several flows leave a step by this exit? */
export function isMany(document: Editing, from: string, on: string): boolean {
  const step = document.step(from);
  return step !== undefined && exitsOf(step).some(({ name, many }) => name === on && many === true);
}

/** The exit a new flow leaves by: the first required one that leads nowhere, else the first, else “next”. */
export function freeExit(document: Editing, from: string): string {
  const step = document.step(from);
  const exits = step ? exitsOf(step) : [];
  const used = new Set(document.flowsFrom(from).map(({ on }) => on));
  const free = exits.filter(({ name, many }) => many === true || !used.has(name));
  const chosen = free.find(({ required, name }) => required && !used.has(name)) ?? free[0] ?? exits[0];
  return chosen?.name ?? 'next';
}

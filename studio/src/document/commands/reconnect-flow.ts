import { fittingFlow, freeExit, isMany } from '../editing/connections.ts';
import { exitsOf } from '../editing/exits.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/**
 * Takes an end of a flow to another step. At a new start it keeps its exit where that step has one and it is free, else it takes a free one;
 * a condition that has no place there goes.
 */
export function reconnectFlow(input: { flow: string; from?: string; to?: string; on?: string }): Command {
  return {
    name: 'flow.reconnect',
    run(document) {
      const flow = document.flow(input.flow);
      if (!flow) return refuse('unknown_flow', input.flow);
      const { when, ...rest } = flow;
      const from = input.from ?? flow.from;
      const start = document.step(from);
      if (!start) return refuse('unknown_step', from);
      const others = document.flowsFrom(from).filter(({ id }) => id !== flow.id);
      const isFree = (on: string): boolean => isMany(document, from, on) || !others.some((other) => other.on === on);
      const keeps = exitsOf(start).some(({ name }) => name === flow.on) && isFree(flow.on);
      const on = input.on ?? (from === flow.from || keeps ? flow.on : freeExit(document, from));
      if (from !== flow.from && !isFree(on)) return refuse('unknown_exit', on);
      const keepsWhen = when !== undefined && start.type === 'condition' && on === 'next';
      const next = fittingFlow(document, { ...rest, from, to: input.to ?? flow.to, on, ...(keepsWhen && { when }) });
      if (!next.ok) return next;
      document.put('flows', flow.id, next.value);
      return done();
    },
  };
}

import { join, type Connection } from '../editing/connections.ts';
import type { Command } from './command.ts';

/**
 * Joins two steps; an exit for one flow only is led to the new step. Gives the id of the flow.
 *
 * @example store.execute(connect({ from: 'is-adult', to: 'offer', on: 'next', when: 'age >= 18' }))
 */
export function connect(input: Connection): Command<{ id: string }> {
  return {
    name: 'flow.connect',
    values: { from: input.from, to: input.to },
    run: (document) => join(document, input),
  };
}

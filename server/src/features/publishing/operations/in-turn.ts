import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../../platform/errors/problem.ts';

const TURN_MS = 5_000;
const LOOK_MS = 50;

/**
 * Lets a change of version stand behind the one that is under way: what was just published can be rolled back at once.
 *
 * @throws activation_under_way when the one before takes long
 */
export async function inTurn<Done>(change: () => Promise<Done>): Promise<Done> {
  for (const until = Date.now() + TURN_MS; ; await pause(LOOK_MS)) {
    try {
      return await change();
    } catch (error) {
      const isUnderWay = error instanceof Problem && error.code === 'activation_under_way';
      if (!isUnderWay || Date.now() > until) throw error;
    }
  }
}

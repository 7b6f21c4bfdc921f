import type { Trigger } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import type { Editing } from '../editing/editing.ts';
import { freshId } from '../editing/fresh-id.ts';
import { hasRoom } from '../editing/room.ts';
import { done, type Command, type Outcome } from './command.ts';
import { refuse } from './refuse.ts';

/** A trigger without its id, of whichever kind. */
export type NewTrigger = Trigger extends infer T
  ? T extends Trigger
    ? Omit<T, 'id'> & { id?: string }
    : never
  : never;

/** Adds what starts a run. Gives the id it got. */
export function addTrigger(input: { trigger: NewTrigger }): Command<{ id: string }> {
  const wanted = input.trigger.id ?? input.trigger.type;
  return {
    name: 'trigger.add',
    values: { id: wanted },
    run(document) {
      const room = hasRoom(document, 'triggers');
      if (!room.ok) return room;
      const id = freshId(wanted, (other) => document.get('triggers', other) !== undefined);
      const trigger = fittingTrigger(document, { ...input.trigger, id });
      if (!trigger.ok) return trigger;
      document.put('triggers', id, trigger.value);
      return done({ id });
    },
  };
}

/** Checks that a trigger is well-formed, leads to a step that is there, and is the only one of its kind. */
export function fittingTrigger(document: Editing, value: unknown): Outcome<Trigger> {
  const trigger = checked.trigger(value);
  if (!trigger.ok) return trigger;
  if (!document.step(trigger.value.step)) return refuse('unknown_step', trigger.value.step);
  const twin = document
    .keys('triggers')
    .filter((id) => id !== trigger.value.id)
    .find((id) => whatStarts(document.get('triggers', id) as Trigger) === whatStarts(trigger.value));
  return twin === undefined ? trigger : refuse('duplicate_trigger', twin);
}

function whatStarts(trigger: Trigger): string {
  if (trigger.type === 'command') return `command ${trigger.command}`;
  return trigger.type === 'event' ? `event ${trigger.event}` : trigger.type;
}

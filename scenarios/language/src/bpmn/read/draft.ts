import type { Trigger } from '../../document/trigger.ts';
import type { ScenarioInput } from '../../document/scenario.ts';
import type { BpmnElement } from '../moddle.ts';
import type { Note } from './remarks.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A step to be, before it has an id. */
export type StepDraft = WithoutId<ScenarioInput['steps'][number]>;
export type TriggerDraft = WithoutId<WithoutStep<Trigger>>;
type WithoutStep<T> = T extends unknown ? Omit<T, 'step'> : never;

/** What an element becomes: steps one after another (none where it only leads on), and what starts the scenario there. */
export interface Draft {
  steps: StepDraft[];
  trigger?: TriggerDraft;
}

/** An element of another tool and what surrounds it. */
export interface Foreign {
  element: BpmnElement;
  title: string;
  /** Flows that come in and that leave, those of boundary events not counted. */
  ins: number;
  outs: number;
  /** Duration of a timer on its boundary. */
  timeout?: string;
  /** Adds a text and gives its id. */
  say(text: string): string;
  note: Note;
}

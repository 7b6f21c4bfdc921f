import { stepDefinitions, type Flow, type Step, type StepType } from '@scenarium/language';
import { isMany } from '../editing/connections.ts';
import type { Editing } from '../editing/editing.ts';
import { exitsOf } from '../editing/exits.ts';
import { makeStep } from '../editing/new-step.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** The field that says the same in types that are alike. */
const MAIN: Partial<Record<StepType, { as: 'text' | 'instructions' | 'question'; field: string }>> = {
  message: { as: 'text', field: 'text' },
  ask: { as: 'text', field: 'prompt' },
  handover: { as: 'text', field: 'text' },
  llm: { as: 'question', field: 'prompt' },
  agent: { as: 'question', field: 'input' },
  answer: { as: 'question', field: 'question' },
  classify: { as: 'question', field: 'input' },
};

/**
 * Makes a step one of another type. What both types know stays (its text, model, variable …), flows keep their exits where the new type
 * has them and take free ones otherwise; the command gives the flows that found none.
 */
export function changeStepType(input: {
  step: string;
  type: StepType;
  config?: Record<string, unknown>;
}): Command<{ removedFlows: Flow[] }> {
  return {
    name: 'step.change-type',
    values: { id: input.step },
    run(document) {
      const before = document.step(input.step);
      if (!before) return refuse('unknown_step', input.step);
      if (before.type === input.type) return done({ removedFlows: [] });
      const kept = { ...common(before, input.type), ...input.config };
      const made = makeStep(document, { step: { ...kept, type: input.type } });
      if (!made.ok) return made;
      const after = { ...(document.step(made.value.id) as Step), id: before.id };
      document.remove('steps', made.value.id);
      document.put('steps', before.id, after);
      return done({ removedFlows: moveFlows(document, after) });
    },
  };
}

/** The fields of a step that a step of another type takes as they are. */
function common(step: Step, type: StepType): Record<string, unknown> {
  const { id: _, type: __, ...fields } = step as Step & Record<string, unknown>;
  const [from, to] = [MAIN[step.type], MAIN[type]];
  if (from && to && from.as === to.as && from.field !== to.field) {
    fields[to.field] = fields[from.field];
    delete fields[from.field];
  }
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => takes(type, field, value)));
}

function takes(type: StepType, field: string, value: unknown): boolean {
  const { shape } = stepDefinitions[type].schema as unknown as {
    shape: Record<string, { safeParse(value: unknown): { success: boolean } }>;
  };
  return value !== undefined && Object.hasOwn(shape, field) && shape[field]?.safeParse(value).success === true;
}

function moveFlows(document: Editing, step: Step): Flow[] {
  const exits = exitsOf(step);
  const gone: Flow[] = [];
  const taken = new Set<string>();
  const flows = document.flowsFrom(step.id);
  const isFree = (on: string): boolean => isMany(document, step.id, on) || !taken.has(on);
  const place = (flow: Flow, on: string): void => {
    taken.add(on);
    const { when, ...bare } = flow;
    const keepsWhen = when !== undefined && step.type === 'condition' && on === 'next';
    if (on !== flow.on || (when !== undefined && !keepsWhen))
      document.put('flows', flow.id, keepsWhen ? { ...flow, on } : { ...bare, on });
  };
  const homeless = flows.filter((flow) => {
    const stays = exits.some(({ name }) => name === flow.on) && isFree(flow.on);
    if (stays) place(flow, flow.on);
    return !stays;
  });
  for (const flow of homeless) {
    const exit = exits.find(({ name, required }) => required && isFree(name));
    if (exit) place(flow, exit.name);
    else {
      document.remove('flows', flow.id);
      gone.push(flow);
    }
  }
  return gone;
}

import { definitionOf, diff, type Change, type Scenario } from '@scenarium/language';

/** Changes that belong together: those of a step with its flows and texts, or of what belongs to no step. */
export interface ChangeGroup {
  key: string;
  /** The step, and how it is called; null for what belongs to no step. */
  step: { id: string; name: string } | null;
  about: 'step' | 'variables' | 'triggers' | 'otherTexts' | 'rest';
  /** What happened to the step itself. */
  kind: Change['kind'];
  changes: NamedChange[];
}

/** A change, and how what changed is called: a flow by the steps it joins. */
export interface NamedChange {
  change: Change;
  name: string;
}

const ABOUT = { variable: 'variables', trigger: 'triggers', text: 'otherTexts' } as const;

/** What is different between two scenarios, step by step; steps in the order of the newer one, then those that are gone. */
export function groupChanges(before: Scenario, after: Scenario): ChangeGroup[] {
  const stepOf = createStepFinder(before, after);
  const flowNames = flowNamesOf(before, after);
  const groups = new Map<string, ChangeGroup>();
  for (const change of diff(before, after)) {
    const step = stepOf(change);
    const about = step ? 'step' : (ABOUT[change.what as keyof typeof ABOUT] ?? 'rest');
    const key = step ? `step:${step.id}` : about;
    const group = groups.get(key) ?? { key, step, about, kind: 'changed', changes: [] };
    if (change.what === 'step') group.kind = change.kind;
    group.changes.push({ change, name: (change.what === 'flow' && flowNames.get(change.id)) || change.id });
    groups.set(key, group);
  }
  const places = [...after.steps, ...before.steps].map(({ id }) => `step:${id}`);
  const placeOf = ({ key }: ChangeGroup): number => (places.includes(key) ? places.indexOf(key) : places.length);
  return [...groups.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

function createStepFinder(before: Scenario, after: Scenario): (change: Change) => ChangeGroup['step'] {
  const steps = new Map([...before.steps, ...after.steps].map((step) => [step.id, step]));
  const flows = new Map([...before.flows, ...after.flows].map(({ id, from }) => [id, from]));
  const texts = new Map<string, string>();
  for (const step of steps.values())
    for (const { message } of definitionOf(step).texts?.(step) ?? [])
      if (!texts.has(message)) texts.set(message, step.id);
  return ({ what, id }) => {
    const step = steps.get(
      what === 'step'
        ? id
        : what === 'flow'
          ? (flows.get(id) ?? '')
          : what === 'text'
            ? (texts.get(messageOf(id)) ?? '')
            : '',
    );
    return step ? { id: step.id, name: step.name ?? step.id } : null;
  };
}

function flowNamesOf(before: Scenario, after: Scenario): Map<string, string> {
  const names = new Map([...before.steps, ...after.steps].map(({ id, name }) => [id, name ?? id]));
  return new Map(
    [...before.flows, ...after.flows].map(({ id, from, to }) => [id, `${names.get(from)} → ${names.get(to)}`]),
  );
}

/** The message of a text, which is named with its language: `hello (en)`. */
function messageOf(id: string): string {
  return id.replace(/ \([^)]*\)$/, '');
}

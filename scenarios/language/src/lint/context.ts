import type { Flow } from '../document/flow.ts';
import type { Scenario } from '../document/scenario.ts';
import { BUILT_IN } from '../expressions/built-in.ts';
import { createChecker, type Check, type Checker } from '../expressions/check.ts';
import type { LocalisedText, Place, Problem } from '../problem.ts';
import { definitionOf, type Step } from '../steps/index.ts';

/** What lint may know beside the scenario: the actions, connections and knowledge bases there are, and the scenarios it may call. */
export interface Surroundings {
  /** Names of the connections that offer models. */
  models?: readonly string[];
  /** Names of the knowledge bases. */
  bases?: readonly string[];
  actions?: Readonly<Record<string, { input?: unknown }>>;
  scenarios?: Readonly<Record<string, Scenario>>;
}

/** An expression or template of the scenario, checked. */
export interface CheckedUse extends Check {
  place: Place;
}

/** What rules work on: prepared once for all of them. */
export interface LintContext extends Surroundings {
  scenario: Scenario;
  steps: ReadonlyMap<string, Step>;
  /** Place of a step, or of something in it. */
  place(step: Step, ...inside: (string | number)[]): Place;
  flowsFrom(step: string): readonly Flow[];
  flowsTo(step: string): readonly Flow[];
  /** Steps that a run can come to. */
  reachable: ReadonlySet<string>;
  uses: readonly CheckedUse[];
  checker: Checker;
}

/** A rule: one kind of mistake. */
export interface Rule {
  code: string;
  check(context: LintContext): Problem[];
}

export function createContext(scenario: Scenario, surroundings: Surroundings): LintContext {
  const steps = new Map(scenario.steps.map((step) => [step.id, step]));
  const positions = new Map(scenario.steps.map(({ id }, i) => [id, i]));
  const from = grouped(scenario.flows, 'from');
  const to = grouped(scenario.flows, 'to');
  const types = Object.fromEntries(Object.entries(scenario.variables).map(([name, { type }]) => [name, type]));
  const checker = createChecker({ ...BUILT_IN, ...types });
  const place = (step: Step, ...inside: (string | number)[]): Place => ({
    path: ['steps', positions.get(step.id) ?? 0, ...inside],
    step: step.id,
  });
  return {
    ...surroundings,
    scenario,
    steps,
    place,
    flowsFrom: (id) => from.get(id) ?? [],
    flowsTo: (id) => to.get(id) ?? [],
    reachable: reach(scenario, from),
    uses: [...stepUses(scenario, checker, place), ...flowUses(scenario, checker), ...textUses(scenario, checker)],
    checker,
  };
}

function grouped(flows: readonly Flow[], by: 'from' | 'to'): Map<string, Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    const group = groups.get(flow[by]);
    if (group) group.push(flow);
    else groups.set(flow[by], [flow]);
  }
  return groups;
}

function reach({ triggers, fallback }: Scenario, from: Map<string, Flow[]>): Set<string> {
  const seen = new Set<string>();
  const next = [...triggers.map(({ step }) => step), ...(fallback === undefined ? [] : [fallback])];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { to } of from.get(id) ?? []) next.push(to);
  }
  return seen;
}

function stepUses({ steps }: Scenario, checker: Checker, place: LintContext['place']): CheckedUse[] {
  return steps.flatMap((step) => {
    const definition = definitionOf(step);
    const expressions = (definition.expressions?.(step) ?? []).map(({ path, source, type, locals }) => ({
      ...checker.expression(source, type, locals),
      place: place(step, ...path),
    }));
    const templates = (definition.templates?.(step) ?? []).map(({ path, value, locals }) => ({
      ...checker.template(value, locals),
      place: place(step, ...path),
    }));
    return [...expressions, ...templates];
  });
}

function flowUses({ flows }: Scenario, checker: Checker): CheckedUse[] {
  return flows.flatMap(({ when, from }, i) =>
    when === undefined
      ? []
      : [{ ...checker.expression(when, 'boolean'), place: { path: ['flows', i, 'when'], step: from } }],
  );
}

function textUses({ messages }: Scenario, checker: Checker): CheckedUse[] {
  return Object.entries(messages).flatMap(([locale, texts]) =>
    Object.entries(texts).flatMap(([id, text]) =>
      (Array.isArray(text) ? text : [text]).flatMap((variant) => {
        const place = { path: ['messages', locale, id] };
        if (typeof variant === 'string') return [{ ...checker.template(variant), place }];
        return [
          { ...checker.expression(variant.plural, 'number'), place },
          { ...checker.template(variant.forms), place },
        ];
      }),
    ),
  );
}

/** A problem found by a rule. */
export function found(
  code: string,
  severity: Problem['severity'],
  place: Place,
  message: LocalisedText,
  hint: LocalisedText,
): Problem {
  return { code, severity, place, message, hint };
}

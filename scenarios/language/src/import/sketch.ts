import type { ScenarioInput } from '../document/scenario.ts';
import { FORMAT } from '../document/scenario.ts';
import type { Trigger } from '../document/trigger.ts';
import type { Variable } from '../document/variable.ts';
import { createIds } from '../bpmn/ids.ts';
import type { StepDraft, TriggerDraft } from '../bpmn/read/draft.ts';
import { loadScenario } from '../load/load-scenario.ts';
import type { Loading } from '../load/validate.ts';
import { definitionOf, Step } from '../steps/index.ts';
import { arrange, type Area } from './arrange.ts';
import type { NodeNotes } from './report.ts';
import { variableNameFor } from './variable-name.ts';

const LONGEST_TEXT = 10_000;
const LONGEST_DESCRIPTION = 5_000;
const FAREST = 1_000_000;

/** A scenario while it is being drawn from a foreign file. */
export interface Sketch {
  readonly locale: 'en' | 'ru';
  /** Adds a step to an area of the drawing, under what is there. A step that would not be valid becomes a placeholder. */
  step(draft: StepDraft, at: { id: string; area: Area; notes: NodeNotes }): string;
  /** Draws a flow; where the exit is taken already, the first flow stays. */
  flow(flow: { from: string; to: string; on?: string; when?: string }): void;
  trigger(trigger: TriggerDraft, step: string): void;
  /** Adds a text; `wanted` is what its id should be like. */
  say(text: string, wanted: string): string;
  /** Declares a variable and gives the name it has here. */
  variable(name: string, known?: Partial<Variable>): string;
  /** Closes what leads nowhere with ends, and loads the scenario. */
  finish(head: { id?: string | undefined; name?: string | undefined; description?: string | undefined }): Loading;
}

/** @param locale the language of its texts */
export function createSketch(locale: 'en' | 'ru'): Sketch {
  const ids = { steps: createIds(), flows: createIds(), texts: createIds(), triggers: createIds() };
  const names = createIds();
  const steps = new Map<string, Step>();
  const flows: (ScenarioInput['flows'][number] & { on: string })[] = [];
  const taken = new Set<string>();
  const triggers: Trigger[] = [];
  const texts: Record<string, string> = {};
  const variables: Record<string, Variable> = {};
  const placed = new Map<Area, string[]>();

  const place = (id: string, area: Area): void => {
    const inside = placed.get(area);
    if (inside) inside.push(id);
    else placed.set(area, [id]);
  };
  const draw: Sketch['flow'] = ({ from, to, on = 'next', when }) => {
    const exit = `${from} ${on}`;
    if (when === undefined && taken.has(exit) && steps.get(from)?.type !== 'parallel') return;
    taken.add(exit);
    flows.push({ id: ids.flows.take(`${from}_${on.replace(':', '_')}`, 'flow'), from, to, on, ...(when && { when }) });
  };

  return {
    locale,
    step(draft, { id: wanted, area, notes }) {
      const id = ids.steps.take(wanted, 'step');
      const parsed = Step.safeParse({ ...draft, id });
      if (!parsed.success) notes.note('invalid_step', parsed.error.issues[0]?.message ?? '');
      steps.set(id, parsed.data ?? { id, type: 'action', action: 'imported.damaged', input: {} });
      place(id, area);
      notes.became(id);
      return id;
    },
    flow: draw,
    trigger(trigger, step) {
      const key = (one: TriggerDraft): string => ('command' in one ? one.command : one.type);
      if (triggers.some((one) => one.type === trigger.type && key(one) === key(trigger))) return;
      triggers.push({ ...trigger, id: ids.triggers.take(trigger.type, 'trigger'), step });
    },
    say(text, wanted) {
      const id = ids.texts.take(wanted, 'text');
      texts[id] = text.slice(0, LONGEST_TEXT);
      return id;
    },
    variable(name, known) {
      const variable = names.take(variableNameFor(name), 'value').replaceAll(/[.-]/g, '_');
      variables[variable] = {
        type: 'any',
        scope: 'run',
        ...(name.toLowerCase() !== variable && { description: name.slice(0, 1_000) }),
        ...known,
      };
      return variable;
    },
    finish({ id, name, description }) {
      for (const [area, inside] of [...placed]) closeArea(area, inside);
      if (steps.size === 0) addEnd('end', { x: 0, y: 0 });
      const [first] = steps.keys();
      if (triggers.length === 0 && first) triggers.push({ id: 'start', type: 'conversation', step: first });
      const title = (name ?? '').trim().slice(0, 200) || 'Imported';
      return loadScenario({
        format: FORMAT,
        id: createIds().take(id ?? title, 'imported'),
        name: title,
        ...(description && { description: description.slice(0, LONGEST_DESCRIPTION) }),
        locales: [locale],
        variables,
        triggers,
        steps: [...steps.values()],
        flows,
        messages: { [locale]: texts },
        layout: arrange(placed, heights(steps), FAREST),
      });
    },
  };

  /** Leads every exit that must lead somewhere and does not to one end beside the steps. */
  function closeArea(area: Area, inside: string[]): void {
    const open = inside.flatMap((id) => {
      const step = steps.get(id) as Step;
      return definitionOf(step)
        .exits(step)
        .filter(({ name, required }) => !taken.has(`${id} ${name}`) && (required || isOpenChoice(step, name)))
        .map((exit) => ({ from: id, on: exit.name }));
    });
    if (open.length === 0) return;
    const end = addEnd(`${inside[0]}_end`, area);
    for (const exit of open) draw({ ...exit, to: end });
  }

  function addEnd(wanted: string, area: Area): string {
    const id = ids.steps.take(wanted, 'end');
    steps.set(id, { id, type: 'end', outcome: 'done' });
    place(id, area);
    return id;
  }

  function isOpenChoice(step: Step, exit: string): boolean {
    return (
      exit === 'next' &&
      step.type === 'ask' &&
      step.answer.type === 'choice' &&
      step.answer.options.some((option) => !taken.has(`${step.id} option:${option.id}`))
    );
  }
}

function heights(steps: ReadonlyMap<string, Step>): ReadonlyMap<string, number> {
  return new Map([...steps].map(([id, step]) => [id, 120 + 24 * definitionOf(step).exits(step).length]));
}

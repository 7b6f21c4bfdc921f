import type { Scenario } from '../document/scenario.ts';
import type { Step } from '../steps/index.ts';
import type { BpmnModdle } from 'bpmn-moddle';
import { moddle, NAMESPACE, type BpmnElement } from './moddle.ts';
import { plain } from './plain.ts';
import { autoLayout, type Point } from './write/auto-layout.ts';
import { setParents } from './write/set-parents.ts';
import { createSheet, type Sheet } from './write/sheet.ts';
import { writeDiagram } from './write/write-diagram.ts';
import { writeFlow } from './write/write-flow.ts';
import { writeNote } from './write/write-note.ts';
import { writeStep, type WrittenStep } from './write/write-step.ts';
import { writeTrigger } from './write/write-trigger.ts';

export interface BpmnWords {
  /** What is written at an exit of a step; without it, the name that the scenario has for it. */
  exitName?: (step: Step, exit: string) => string;
}

/**
 * A scenario as a BPMN 2.0 file that other tools open and `fromBpmn` reads back to the same scenario. What BPMN has no word for is in
 * `extensionElements`; positions are in the diagram.
 *
 * @example await writeFile('order-status.bpmn', await toBpmn(scenario))
 */
export async function toBpmn(scenario: Scenario, words: BpmnWords = {}): Promise<string> {
  const { xml } = await moddle().toXML(toDefinitions(scenario, moddle(), words), { format: true });
  return xml;
}

/** What `toBpmn` writes, as the elements of `model`: for an editor of BPMN, which then has no file to read. */
export function toDefinitions(
  scenario: Scenario,
  model: BpmnModdle,
  { exitName = (_, exit) => exit }: BpmnWords = {},
): BpmnElement {
  const sheet = createSheet(model, exitName);
  const places = new Map<string, Point>();
  const steps = writeSteps(sheet, scenario, places);
  const flowIds = scenario.flows.map(({ id }) => sheet.ids.take(id, 'Flow'));
  const triggerIds = scenario.triggers.map(({ id }) => sheet.ids.take(id, 'Trigger'));
  scenario.triggers.forEach((trigger, i) => {
    const xmlId = triggerIds[i] as string;
    const { place, auto } = triggerPlace(scenario, trigger.id, i);
    writeTrigger(sheet, trigger, { to: steps.get(trigger.step) as WrittenStep, xmlId, auto });
    places.set(xmlId, place);
  });
  scenario.flows.forEach((flow, i) =>
    writeFlow(sheet, flow, {
      from: steps.get(flow.from) as WrittenStep,
      to: steps.get(flow.to) as WrittenStep,
      xmlId: flowIds[i] as string,
    }),
  );
  for (const note of scenario.notes ?? []) writeNote(sheet, note);
  return definitionsOf(sheet, scenario, places);
}

function writeSteps(sheet: Sheet, scenario: Scenario, places: Map<string, Point>): Map<string, WrittenStep> {
  const auto = autoLayout(scenario);
  const xmlIds = scenario.steps.map(({ id }) => sheet.ids.take(id, 'Step'));
  const exits = new Map(scenario.steps.map(({ id }) => [id, new Set<string>()]));
  for (const { from, on } of scenario.flows) exits.get(from)?.add(on);
  return new Map(
    scenario.steps.map((step, i) => {
      const xmlId = xmlIds[i] as string;
      places.set(xmlId, auto.get(step.id) ?? (scenario.layout?.[step.id] as Point));
      return [
        step.id,
        writeStep(sheet, step, { scenario, xmlId, auto: auto.get(step.id), exits: exits.get(step.id) as Set<string> }),
      ];
    }),
  );
}

/** A trigger stands where the layout has it, unless a step has its id; otherwise in a column at the left. */
function triggerPlace(
  { layout = {}, steps }: Scenario,
  id: string,
  index: number,
): { place: Point; auto: Point | undefined } {
  const own = Object.hasOwn(layout, id) && !steps.some((step) => step.id === id) ? layout[id] : undefined;
  const auto = { x: 60, y: 102 + index * 130 };
  return own ? { place: own, auto: undefined } : { place: auto, auto };
}

function definitionsOf(sheet: Sheet, scenario: Scenario, places: ReadonlyMap<string, Point>): BpmnElement {
  const { steps: _, flows: _flows, triggers: _triggers, notes, ...data } = scenario;
  const process = sheet.create('bpmn:Process', {
    id: sheet.ids.take(scenario.id, 'Process'),
    name: plain(scenario.name),
    isExecutable: false,
    extensionElements: sheet.extension(
      'Scenario',
      { ...data, ...(notes && { notes: [] }) },
      { format: String(scenario.format) },
    ),
    flowElements: sheet.elements,
    artifacts: sheet.notes.map(({ annotation }) => annotation),
  });
  const diagram = writeDiagram(sheet, process, places);
  const definitions = sheet.create('bpmn:Definitions', {
    id: sheet.ids.take('Definitions', 'Definitions'),
    targetNamespace: NAMESPACE,
    exporter: 'Scenarium',
    rootElements: [...sheet.roots, process],
    diagrams: [diagram],
  });
  setParents(definitions);
  return definitions;
}

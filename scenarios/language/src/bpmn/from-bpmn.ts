import type { Scenario } from '../document/scenario.ts';
import { loadScenario } from '../load/load-scenario.ts';
import type { BpmnElement } from './moddle.ts';
import { become } from './read/become.ts';
import { draw, list } from './read/drawing.ts';
import { readFlows } from './read/read-flows.ts';
import { readPositions } from './read/positions.ts';
import { readLayout } from './read/read-layout.ts';
import { readNotes } from './read/read-notes.ts';
import { readTriggers } from './read/read-triggers.ts';
import { readXml } from './read/read-xml.ts';
import { createReport, remarkOf, type BpmnRemark, type Note } from './read/remarks.ts';
import { repair } from './read/repair.ts';
import { chooseProcess, readHead } from './read/start.ts';

/** What a BPMN file became. Without a scenario, the report's errors say why. */
export interface BpmnImport {
  scenario: Scenario | undefined;
  report: BpmnRemark[];
}

/**
 * Reads a BPMN 2.0 file: one of ours back to the very scenario it was written from (changed where somebody has changed the drawing),
 * one of another tool as well as it can be, with a report of what could not be mapped. Never throws.
 *
 * @example
 * const { scenario, report } = await fromBpmn(xml);
 * for (const { kind, name, message } of report) print(`${kind} ${name}: ${message.en}`);
 */
export async function fromBpmn(xml: string): Promise<BpmnImport> {
  const { remarks: report, note } = createReport();
  try {
    const definitions = await readXml(xml, note);
    const loaded = definitions && assemble(definitions, note);
    if (!loaded) return { scenario: undefined, report };
    if (loaded.ok) return { scenario: loaded.scenario, report };
    return { scenario: undefined, report: [...report, ...loaded.problems.map(remarkOf)] };
  } catch (error) {
    note('not_bpmn', undefined, (error as Error).message);
    return { scenario: undefined, report };
  }
}

function assemble(definitions: BpmnElement, note: Note): ReturnType<typeof loadScenario> | undefined {
  const process = chooseProcess(definitions, note);
  if (!process) {
    note('no_process', definitions);
    return undefined;
  }
  const head = readHead(process, note);
  const drawing = draw(process, note);
  const became = become(drawing, head, note);
  const { flows, reads } = readFlows(drawing.edges, became, note);
  const triggers = readTriggers(drawing.edges, became, note);
  const steps = [...became.values()].flatMap((made) => made.steps);
  if (steps.length === 0) {
    note('empty_process', process);
    steps.push({ id: 'end', type: 'end', outcome: 'done' });
  }
  const positions = readPositions(definitions);
  const layout = readLayout({ stored: head.layout, became, triggers, positions });
  const notes = readNotes([...drawing.annotations, ...annotationsOfPools(definitions)], positions, note);
  return loadScenario({
    ...repair(head, { steps, reads }, note),
    triggers: triggers.map(({ trigger }) => trigger),
    steps,
    flows,
    ...(layout && { layout }),
    ...((head.notes || notes.length > 0) && { notes }),
  });
}

/** Annotations beside pools belong to their collaboration. */
function annotationsOfPools(definitions: BpmnElement): BpmnElement[] {
  return list(definitions, 'rootElements')
    .flatMap((root) => (root.$type === 'bpmn:Collaboration' ? list(root, 'artifacts') : []))
    .filter(({ $type }) => $type === 'bpmn:TextAnnotation');
}

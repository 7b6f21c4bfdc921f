import { fromBpmn } from '../bpmn/from-bpmn.ts';
import type { BpmnRemark } from '../bpmn/read/remarks.ts';
import type { Scenario } from '../document/scenario.ts';
import { parseScenario } from '../load/parse-scenario.ts';
import type { Loading } from '../load/validate.ts';
import { fromFlowise } from './flowise/from-flowise.ts';
import { noNodes, notJson, tooLarge, tooManyNodes, unreadable } from './import-problems.ts';
import { LARGEST_FILE, MOST_NODES } from './limits.ts';
import type { ImportedNode, ImportFormat, ImportReport } from './report.ts';
import { sniffFormat } from './sniff-format.ts';
import { fromTypebot } from './typebot/from-typebot.ts';
import { dataOf, listOf } from './values.ts';

/** What a file became. Without a scenario, the report's problems say why. */
export interface ScenarioImport {
  scenario: Scenario | undefined;
  report: ImportReport;
}

/**
 * Reads a scenario from a file of ours (JSON, YAML, BPMN) or of another product (Typebot, Flowise); the report tells what became
 * of every node of it. What has no counterpart keeps its place as an action that is still to be chosen. Never throws.
 *
 * @param format what the file is; found out from the text where left out
 * @param name what the scenario is called where a file of another product gives no name
 * @example
 * const { scenario, report } = await importScenario(text);
 * if (!scenario) show(report.problems);
 */
export async function importScenario(
  text: string,
  { format, name }: { format?: ImportFormat; name?: string } = {},
): Promise<ScenarioImport> {
  const failed = (...problems: ImportReport['problems']): ScenarioImport => ({
    scenario: undefined,
    report: { format: format ?? null, nodes: [], problems },
  });
  if (text.length > LARGEST_FILE) return failed(tooLarge(text.length));
  try {
    const known = format ?? sniffFormat(text);
    if (known === 'bpmn') return await readBpmn(text);
    if (known === 'json' || known === 'yaml') return reported(known, parseScenario(text, known));
    return readForeign(text, { format: known, name });
  } catch (error) {
    return failed(unreadable((error as Error).message));
  }
}

function readForeign(
  text: string,
  { format, name }: { format: 'typebot' | 'flowise'; name: string | undefined },
): ScenarioImport {
  const failed = (...problems: ImportReport['problems']): ScenarioImport => ({
    scenario: undefined,
    report: { format, nodes: [], problems },
  });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return failed(notJson((error as Error).message));
  }
  const { groups, nodes } = dataOf(file);
  const count =
    format === 'typebot'
      ? listOf(groups).reduce((sum, { blocks }) => sum + listOf(blocks).length, 0)
      : listOf(nodes).length;
  if (count === 0) return failed(noNodes());
  if (count > MOST_NODES) return failed(tooManyNodes(count));
  const read = format === 'typebot' ? fromTypebot(file, name) : fromFlowise(file, name);
  return reported(format, read.loading, read.nodes);
}

function reported(format: ImportFormat, loading: Loading, nodes?: ImportedNode[]): ScenarioImport {
  if (!loading.ok) return { scenario: undefined, report: { format, nodes: nodes ?? [], problems: loading.problems } };
  const { scenario } = loading;
  return { scenario, report: { format, nodes: nodes ?? scenario.steps.map((step) => asItIs(step)), problems: [] } };
}

async function readBpmn(text: string): Promise<ScenarioImport> {
  const { scenario, report } = await fromBpmn(text);
  const remarked = Map.groupBy(report, ({ element }) => element);
  const steps = scenario?.steps.filter(({ id }) => !remarked.has(id)) ?? [];
  const nodes = [...[...remarked.values()].map(ofElement), ...steps.map((step) => asItIs(step))];
  const problems = scenario
    ? []
    : report
        .filter(({ severity }) => severity === 'error')
        .map(({ code, severity, message, hint }) => ({ code, severity, message, hint, place: { path: [] } }));
  return { scenario, report: { format: 'bpmn', nodes, problems } };
}

function ofElement(remarks: BpmnRemark[]): ImportedNode {
  const [{ element, kind, name }] = remarks as [BpmnRemark];
  return {
    node: element,
    kind,
    name,
    became: remarks.some(({ code }) => code === 'placeholder_action')
      ? 'not_mapped'
      : remarks.some(({ severity }) => severity !== 'info')
        ? 'partly'
        : 'mapped',
    steps: [],
    remarks: remarks.map(({ code, severity, message, hint }) => ({ code, severity, message, hint })),
  };
}

function asItIs({ id, type, name }: Scenario['steps'][number]): ImportedNode {
  return { node: id, kind: type, name: name ?? '', became: 'mapped', steps: [id], remarks: [] };
}

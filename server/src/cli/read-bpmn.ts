import { fromBpmn, type BpmnRemark, type Scenario } from '@scenarium/language';
import { CliError } from './cli-error.ts';
import { readText } from './read-scenario.ts';

/** The scenario in a BPMN file, and what could not be mapped, a line each. @throws CliError where there is no scenario in it */
export async function readBpmn(file: string): Promise<{ scenario: Scenario; report: string[] }> {
  const { scenario, report } = await fromBpmn(readText(file));
  const lines = report.map((remark) => shown(file, remark));
  if (!scenario) throw new CliError(lines.join('\n'));
  return { scenario, report: lines };
}

function shown(file: string, { element, kind, severity, code, message, hint }: BpmnRemark): string {
  return `${file}  ${severity} ${code} ${[kind, element].filter(Boolean).join(' ')}: ${message.en}. ${hint.en}.`;
}

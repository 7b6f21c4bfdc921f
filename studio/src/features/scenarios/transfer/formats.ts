import { formatScenario, type LocalisedText, type Problem, type Scenario } from '@scenarium/language';
import { readImport } from '../../import/read-import.ts';

/** What a scenario is written to and read from as a file. */
export const formats = ['bpmn', 'yaml', 'json'] as const;
export type Format = (typeof formats)[number];

const types: Record<Format, string> = {
  bpmn: 'application/xml',
  yaml: 'application/yaml',
  json: 'application/json',
};

/** Something that a file says and a scenario does not, or not in the same way. */
export interface Remark {
  severity: Problem['severity'];
  message: LocalisedText;
  hint: LocalisedText;
}

/** What a file became; without a scenario, the remarks say why. */
export interface Reading {
  scenario: Scenario | undefined;
  remarks: readonly Remark[];
}

/** A scenario as a file. */
export async function writeFile(scenario: Scenario, format: Format): Promise<File> {
  const text = format === 'bpmn' ? await asBpmn(scenario) : formatScenario(scenario, format);
  return new File([text], `${scenario.id}.${format}`, { type: types[format] });
}

/** Reads a file of ours or of another product. */
export async function readFile(file: File): Promise<Reading> {
  const { scenario, report } = await readImport({ text: await file.text(), name: file.name }).result;
  return { scenario, remarks: [...report.problems, ...report.nodes.flatMap(({ remarks }) => remarks)] };
}

async function asBpmn(scenario: Scenario): Promise<string> {
  const { toBpmn } = await import('../../bpmn/conversion/write-bpmn.ts');
  return toBpmn(scenario);
}

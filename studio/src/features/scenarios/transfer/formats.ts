import { formatScenario, parseScenario, type LocalisedText, type Problem, type Scenario } from '@scenarium/language';
import { createConverter } from '../../bpmn/conversion/converter.ts';

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
  const text = format === 'bpmn' ? await withConverter((one) => one.write(scenario)) : formatScenario(scenario, format);
  return new File([text], `${scenario.id}.${format}`, { type: types[format] });
}

/** Reads a file by its name: `.bpmn` and `.xml` as BPMN, `.json` as JSON, everything else as YAML. */
export async function readFile(file: File): Promise<Reading> {
  const text = await file.text();
  if (/\.(bpmn|xml)$/i.test(file.name)) {
    const { scenario, report } = await withConverter((one) => one.read(text));
    return { scenario, remarks: report };
  }
  const loading = parseScenario(text, /\.json$/i.test(file.name) ? 'json' : 'yaml');
  return loading.ok ? { scenario: loading.scenario, remarks: [] } : { scenario: undefined, remarks: loading.problems };
}

async function withConverter<T>(use: (converter: ReturnType<typeof createConverter>) => Promise<T>): Promise<T> {
  const converter = createConverter();
  try {
    return await use(converter);
  } finally {
    converter.stop();
  }
}

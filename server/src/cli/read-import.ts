import { parse } from 'node:path';
import { importScenario, type ImportReport, type Scenario } from '@scenarium/language';
import { CliError } from './cli-error.ts';
import { readText, shown } from './read-scenario.ts';

/** A file that can be imported, and what of it could not be mapped, a line each. */
export interface ReadImport {
  text: string;
  scenario: Scenario;
  report: ImportReport;
  lines: string[];
}

/** Reads a file of any format that can be imported. @throws CliError where there is no scenario in it */
export async function readImport(file: string): Promise<ReadImport> {
  const text = readText(file);
  const { scenario, report } = await importScenario(text, { name: parse(file).name });
  if (!scenario) throw new CliError(report.problems.map((problem) => shown(file, problem, 'en')).join('\n'));
  return { text, scenario, report, lines: linesOf(file, report) };
}

function linesOf(file: string, { nodes }: ImportReport): string[] {
  return nodes.flatMap(({ node, kind, remarks }) =>
    remarks
      .filter(({ severity }) => severity !== 'info')
      .map(
        ({ code, severity, message, hint }) =>
          `${file}  ${severity} ${code} ${[kind, node].filter(Boolean).join(' ')}: ${message.en}. ${hint.en}.`,
      ),
  );
}

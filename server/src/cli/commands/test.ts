import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileScenario, type CompiledScenario } from '@scenarium/language';
import { coverageOf, runCase, type TraceEntry } from '@scenarium/engine';
import { CliError } from '../cli-error.ts';
import { describeFailure } from '../describe-failure.ts';
import { readScenario } from '../read-scenario.ts';
import { readCases } from './case-files.ts';

/** Runs every case of every folder and prints what failed; a failure makes the command fail. */
export function testCases(folders: string[]): void {
  let failed = 0;
  for (const folder of folders) failed += testFolder(folder);
  if (failed > 0) throw new CliError(`${failed} ${failed === 1 ? 'case' : 'cases'} failed`);
}

function testFolder(folder: string): number {
  const file = ['scenario.yaml', 'scenario.json'].map((name) => join(folder, name)).find(existsSync);
  if (!file) throw new CliError(`${folder} holds no scenario.yaml`);
  const compiled = compile(file);
  const cases = readCases(folder);
  const trace: TraceEntry[] = [];
  let failed = 0;
  for (const { given } of cases) {
    const result = runCase(compiled, given);
    trace.push(...(result.moments.at(-1)?.world.trace ?? []));
    if (result.failures.length > 0) failed += 1;
    process.stdout.write(`${result.failures.length > 0 ? 'FAIL' : 'ok  '} ${folder} · ${result.name}\n`);
    for (const failure of result.failures) process.stdout.write(`       ${describeFailure(failure)}\n`);
  }
  const { flows } = coverageOf(compiled.scenario, trace);
  const all = flows.covered.length + flows.missed.length;
  process.stdout.write(`     ${cases.length} cases, ${flows.covered.length} of ${all} flows taken\n`);
  return failed;
}

function compile(file: string): CompiledScenario {
  const compilation = compileScenario(readScenario(file));
  if (!compilation.ok)
    throw new CliError(compilation.problems.map(({ message }) => `${file}: ${message.en}`).join('\n'));
  return compilation.compiled;
}

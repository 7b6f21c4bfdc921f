import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CliError } from '../src/cli/cli-error.ts';
import { readImport } from '../src/cli/read-import.ts';

const file = fileURLToPath(new URL('../../scenarios/language/src/bpmn/fixtures/camunda-refund.bpmn', import.meta.url));

describe('a file to import on the command line', () => {
  it('is a scenario, with a line for everything that could not be mapped', async () => {
    const { scenario, lines } = await readImport(file);
    expect(scenario.id).toBe('refund');
    expect(lines).toContain(
      `${file}  warning condition_unmapped sequenceFlow Flow_odd: The condition of “odd” cannot be evaluated here: ` +
        "${execution.getVariable('odd') as boolean}. Write it anew; until then it is false.",
    );
  });

  it('that is none says why', async () => {
    const other = fileURLToPath(import.meta.url);
    await expect(readImport(other)).rejects.toThrow(CliError);
    await expect(readImport(other)).rejects.toThrow('syntax_error');
  });
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CliError } from '../src/cli/cli-error.ts';
import { readBpmn } from '../src/cli/read-bpmn.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../scenarios/language/src/bpmn/fixtures/${name}`, import.meta.url));

describe('a BPMN file on the command line', () => {
  it('is a scenario, with a line for everything that could not be mapped', async () => {
    const file = fixture('camunda-refund.bpmn');
    const { scenario, report } = await readBpmn(file);
    expect(scenario.id).toBe('refund');
    expect(report).toContain(
      `${file}  warning condition_unmapped sequenceFlow Flow_odd: The condition of “odd” cannot be evaluated here: ` +
        "${execution.getVariable('odd') as boolean}. Write it anew; until then it is false.",
    );
  });

  it('that is none says why', async () => {
    await expect(readBpmn(fileURLToPath(import.meta.url))).rejects.toThrow(CliError);
    await expect(readBpmn(fileURLToPath(import.meta.url))).rejects.toThrow('not_bpmn');
  });
});

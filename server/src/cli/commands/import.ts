import { dirname } from 'node:path';
import { countsOf } from '@scenarium/language';
import { api, signIn } from '../api.ts';
import { readImport } from '../read-import.ts';
import { readCases } from './case-files.ts';

interface Known {
  id: string;
  key: string;
  draftRevision: number;
}

interface Target {
  server: string;
  env: Readonly<Record<string, string | undefined>>;
  publish?: boolean;
}

/**
 * Adds the scenario in a file (YAML, JSON, BPMN, an export of Typebot or Flowise) with the cases beside it to a server, or saves it
 * over the draft of the same id. What could not be mapped is printed.
 */
export async function importFile(file: string, { server, env, publish = false }: Target): Promise<void> {
  const { text, scenario, report, lines } = await readImport(file);
  for (const line of lines) process.stderr.write(`${line}\n`);
  const cases = readCases(dirname(file));
  const token = await signIn(server, env);
  const { scenarios } = await api<{ scenarios: Known[] }>(server, 'GET', '/scenarios', { token });
  const known = scenarios.find(({ key }) => key === scenario.id);
  const into = known && { scenario: known.id, revision: known.draftRevision };
  const { scenario: saved } = await api<{ scenario: Known }>(server, 'POST', '/scenarios/import', {
    token,
    body: { text, name: scenario.name, ...(report.format && { format: report.format }), ...(into && { into }) },
  });
  const { mapped, partly, not_mapped: lost } = countsOf(report);
  process.stdout.write(`${known ? 'Saved' : 'Added'} ${scenario.id} (${saved.id})\n`);
  process.stdout.write(`${mapped} mapped, ${partly} partly, ${lost} not mapped\n`);
  for (const { key, given } of cases)
    await api(server, 'PUT', `/scenarios/${saved.id}/cases/${key}`, { token, body: given });
  if (cases.length > 0) process.stdout.write(`Saved ${cases.length} cases\n`);
  if (!publish) return;
  const version = await api<{ id: string; number: number }>(server, 'POST', `/scenarios/${saved.id}/versions`, {
    token,
    body: {},
  });
  process.stdout.write(`Published version ${version.number} (${version.id})\n`);
}

import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatScenario, parseScenario, toBpmn, type Scenario } from '@scenarium/language';
import { api, signIn } from '../api.ts';
import { CliError } from '../cli-error.ts';
import { readBpmn } from '../read-bpmn.ts';
import { readScenario } from '../read-scenario.ts';
import { readCases, writeCases, type NamedCase } from './case-files.ts';

interface Target {
  server: string;
  env: Readonly<Record<string, string | undefined>>;
}

interface Known {
  id: string;
  key: string;
  draftRevision: number;
}

/** Adds a scenario file (YAML, JSON, BPMN) with the cases beside it to a server, or saves it over the draft of the same id. */
export async function importScenario(
  file: string,
  { server, env, publish = false }: Target & { publish?: boolean },
): Promise<void> {
  const scenario = file.endsWith('.bpmn') ? await readReported(file) : readScenario(file);
  const cases = readCases(dirname(file));
  const token = await signIn(server, env);
  const source = { text: formatScenario(scenario, 'json'), format: 'json' };
  const { scenarios } = await api<{ scenarios: Known[] }>(server, 'GET', '/scenarios', { token });
  const known = scenarios.find(({ key }) => key === scenario.id);
  const saved = known
    ? await api<Known>(server, 'PUT', `/scenarios/${known.id}/draft`, {
        token,
        body: { revision: known.draftRevision, source },
      })
    : await api<Known>(server, 'POST', '/scenarios', { token, body: source });
  process.stdout.write(`${known ? 'Saved' : 'Added'} ${scenario.id} (${saved.id})\n`);
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

/** Prints the draft of a scenario, or writes it into a folder with its cases. */
export async function exportScenario(
  id: string,
  { server, env, format, folder }: Target & { format: string; folder?: string },
): Promise<void> {
  if (format !== 'yaml' && format !== 'json' && format !== 'bpmn')
    throw new CliError(`“${format}” is no format: use yaml, json or bpmn`);
  const token = await signIn(server, env);
  const { text } = await api<{ text: string }>(
    server,
    'GET',
    `/scenarios/${encodeURIComponent(id)}/export?format=${format === 'yaml' ? 'yaml' : 'json'}`,
    { token },
  );
  const written = format === 'bpmn' ? await asBpmn(text) : text;
  if (folder === undefined) return void process.stdout.write(written);
  const { cases } = await api<{ cases: NamedCase[] }>(server, 'GET', `/scenarios/${encodeURIComponent(id)}/cases`, {
    token,
  });
  writeCases(folder, cases);
  writeFileSync(join(folder, `scenario.${format}`), written);
  process.stdout.write(`Wrote ${id} and ${cases.length} cases to ${folder}\n`);
}

async function asBpmn(text: string): Promise<string> {
  const loaded = parseScenario(text, 'json');
  if (!loaded.ok) throw new CliError(loaded.problems.map(({ message }) => message.en).join('\n'));
  return toBpmn(loaded.scenario);
}

/** The scenario in a BPMN file; what could not be mapped is printed. */
async function readReported(file: string): Promise<Scenario> {
  const { scenario, report } = await readBpmn(file);
  for (const line of report) process.stderr.write(`${line}\n`);
  return scenario;
}

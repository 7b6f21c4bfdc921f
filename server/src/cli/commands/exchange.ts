import { formatScenario, parseScenario, toBpmn, type Scenario } from '@scenarium/language';
import { api, signIn } from '../api.ts';
import { CliError } from '../cli-error.ts';
import { readBpmn } from '../read-bpmn.ts';
import { readScenario } from '../read-scenario.ts';

interface Target {
  server: string;
  env: Readonly<Record<string, string | undefined>>;
}

interface Known {
  id: string;
  key: string;
  draftRevision: number;
}

/** Adds a scenario file (YAML, JSON, BPMN) to a server, or saves it over the draft of the same id. */
export async function importScenario(
  file: string,
  { server, env, publish = false }: Target & { publish?: boolean },
): Promise<void> {
  const scenario = file.endsWith('.bpmn') ? await readReported(file) : readScenario(file);
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
  if (!publish) return;
  const version = await api<{ id: string; number: number }>(server, 'POST', `/scenarios/${saved.id}/versions`, {
    token,
    body: {},
  });
  process.stdout.write(`Published version ${version.number} (${version.id})\n`);
}

/** Prints the draft of a scenario. */
export async function exportScenario(id: string, { server, env, format }: Target & { format: string }): Promise<void> {
  if (format !== 'yaml' && format !== 'json' && format !== 'bpmn')
    throw new CliError(`“${format}” is no format: use yaml, json or bpmn`);
  const token = await signIn(server, env);
  const { text } = await api<{ text: string }>(
    server,
    'GET',
    `/scenarios/${encodeURIComponent(id)}/export?format=${format === 'yaml' ? 'yaml' : 'json'}`,
    { token },
  );
  process.stdout.write(format === 'bpmn' ? await asBpmn(text) : text);
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

import { parseScenario, toBpmn } from '@scenarium/language';
import { api, signIn } from '../api.ts';
import { CliError } from '../cli-error.ts';

interface Source {
  server: string;
  env: Readonly<Record<string, string | undefined>>;
  format: string;
}

/** Prints the draft of a scenario. */
export async function exportScenario(id: string, { server, env, format }: Source): Promise<void> {
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

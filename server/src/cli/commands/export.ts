import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenario, toBpmn } from '@scenarium/language';
import { api, signIn } from '../api.ts';
import { CliError } from '../cli-error.ts';
import { writeCases, type NamedCase } from './case-files.ts';

interface Source {
  server: string;
  env: Readonly<Record<string, string | undefined>>;
  format: string;
  folder?: string;
}

/** Prints the draft of a scenario, or writes it into a folder with its cases. */
export async function exportScenario(id: string, { server, env, format, folder }: Source): Promise<void> {
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

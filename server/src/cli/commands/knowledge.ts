import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { api, signIn } from '../api.ts';
import { CliError } from '../cli-error.ts';

interface Options {
  server: string;
  base: string;
  env: Readonly<Record<string, string | undefined>>;
}

interface Listed {
  name: string;
  status: string;
  chunks: number;
  problem: { message: { en: string }; next: { en: string } } | null;
}

const LOOK_MS = 300;

/** Uploads files to a knowledge base, a file at a time, and waits until all are read. Files that are refused make the command fail. */
export async function uploadDocuments(files: string[], { server, base, env }: Options): Promise<void> {
  const token = await signIn(server, env);
  const path = `/knowledge/bases/${encodeURIComponent(base)}/documents`;
  for (const file of files) {
    const form = new FormData();
    form.append('file', new Blob([readFileSync(file)]), basename(file));
    await api(server, 'POST', path, { token, body: form });
  }
  const names = new Set(files.map((file) => basename(file)));
  for (;;) {
    const { documents } = await api<{ documents: Listed[] }>(server, 'GET', path, { token });
    const mine = documents.filter(({ name }) => names.has(name));
    if (mine.some(({ status }) => status === 'queued' || status === 'reading')) {
      await pause(LOOK_MS);
      continue;
    }
    for (const { name, status, chunks, problem } of mine) {
      const words = problem ? `${problem.message.en}. ${problem.next.en}` : `${chunks} passages`;
      process.stdout.write(`${status === 'ready' ? 'ok  ' : 'FAIL'} ${name}: ${words}\n`);
    }
    const failed = mine.filter(({ status }) => status === 'failed').length;
    if (failed > 0) throw new CliError(`${failed} of ${mine.length} could not be read`);
    return;
  }
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Api } from './api.ts';
import { eventually } from './publish.ts';

export interface UploadedDocument {
  id: string;
  name: string;
  status: string;
  chunks: number;
  pages: number;
  problem: { code: string; message: { en: string; ru: string } } | null;
}

/** Uploads a file to the main knowledge base. */
export async function upload(
  server: Api,
  token: string,
  { name, bytes, type = '' }: { name: string; bytes: Uint8Array; type?: string },
): Promise<{ status: number; body: { documents: UploadedDocument[]; code?: string } }> {
  const form = new FormData();
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), name);
  const response = await fetch(`${server.url}/api/v1/knowledge/bases/main/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as { documents: UploadedDocument[] } };
}

export const uploadFile = (server: Api, token: string, path: string) =>
  upload(server, token, { name: basename(path), bytes: readFileSync(path) });

/** Resolves with the documents of the main base when none is being read. */
export async function imported(server: Api, token: string): Promise<UploadedDocument[]> {
  const look = async (): Promise<UploadedDocument[]> =>
    (await server.call('GET', 'knowledge/bases/main/documents', { token })).body.documents;
  return eventually(look, (all) => all.every(({ status }) => status === 'ready' || status === 'failed'), 60_000);
}

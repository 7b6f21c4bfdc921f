import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { Agents } from '../agents/index.ts';
import { pagePolicy } from './page-policy.ts';

/** Folder of the built chat page. */
const assets = join(dirname(fileURLToPath(import.meta.resolve('@scenarium/widget/package.json'))), 'dist');

/** Mounts the hosted chat page, and a start page that lists whom one can talk to. */
export function mountWebPages(
  app: Express,
  { agents, firstTenant }: { agents: Agents; firstTenant(): Promise<string | null> },
): void {
  app.use('/chat-assets', express.static(assets));
  const policy = pagePolicy();
  const chat = readFileSync(join(assets, 'chat.html'), 'utf8');
  const start = readFileSync(join(assets, 'start.html'), 'utf8');
  app.get('/chat/:agent', policy, (_request, response) => void response.type('html').send(chat));
  app.get('/', policy, (_request, response) => void response.type('html').send(start));
  app.get('/start.json', async (_request, response) => {
    const tenant = await firstTenant();
    const listed = tenant === null ? [] : await agents.listPublic(tenant);
    response.json({ agents: listed.map(({ _id, name, description }) => ({ id: _id, name, description })) });
  });
}

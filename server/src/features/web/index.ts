import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { shownTo, type Agents } from '../agents/index.ts';
import { pagePolicy } from './page-policy.ts';
import { mountStudio } from './studio.ts';

/** Folder of the built chat page. */
const assets = join(dirname(fileURLToPath(import.meta.resolve('@scenarium/widget/package.json'))), 'dist');

export interface WebPagesOptions {
  agents: Agents;
  firstTenant(): Promise<string | null>;
  /** Other sites that may show the chat. */
  embedOrigins: readonly string[];
}

/** Mounts the studio, the hosted chat page, the script that shows it on other sites, and a start page that lists whom one can talk to. */
export function mountWebPages(app: Express, { agents, firstTenant, embedOrigins }: WebPagesOptions): void {
  mountStudio(app);
  app.use('/chat-assets', express.static(assets));
  const policy = pagePolicy(embedOrigins);
  app.get('/widget.js', (_request, response) => {
    response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'public, max-age=300' });
    response.sendFile(join(assets, 'widget.js'), { cacheControl: false });
  });
  const chat = readFileSync(join(assets, 'chat.html'), 'utf8');
  const start = readFileSync(join(assets, 'start.html'), 'utf8');
  app.get('/chat/:agent', policy, (_request, response) => void response.type('html').send(chat));
  app.get('/', pagePolicy([]), (_request, response) => void response.type('html').send(start));
  app.get('/start.json', async (request, response) => {
    const tenant = await firstTenant();
    const listed = tenant === null ? [] : await agents.listPublic(tenant);
    const languages = request.acceptsLanguages();
    response.json({ agents: listed.map((agent) => ({ id: agent._id, ...shownTo(agent, languages) })) });
  });
}

import express, { type Express } from 'express';
import { absolutePath } from 'swagger-ui-dist';
import { declaredProblems } from '../errors/problem.ts';

const SCRIPT = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;
const PAGE = page(
  'Scenarium API',
  `<link rel="stylesheet" href="/docs/swagger-ui.css"><div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>`,
);

/** Serves the API's description, the page that shows it (from files of ours, so it works offline), and the list of problems. */
export function mountDocs(app: Express, document: unknown): void {
  const text = JSON.stringify(document);
  app.get('/openapi.json', (_request, response) => void response.type('json').send(text));
  app.get('/docs', (_request, response) => void response.type('html').send(PAGE));
  app.get('/docs/start.js', (_request, response) => void response.type('js').send(SCRIPT));
  app.get('/docs/problems', (_request, response) => void response.type('html').send(problemsPage()));
  app.use('/docs', express.static(absolutePath(), { index: false }));
}

function problemsPage(): string {
  const rows = declaredProblems().map(
    ([code, { status, title, next }]) =>
      `<dt id="${code}"><code>${code}</code> ${status}</dt><dd>${escape(title.en)}. ${escape(next?.en ?? '')}</dd>`,
  );
  return page('Problems of the Scenarium API', `<h1>Problems</h1><dl>${rows.join('\n')}</dl>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

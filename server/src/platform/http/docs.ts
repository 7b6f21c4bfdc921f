import express, { type Express } from 'express';
// The index of the package would load the whole page into the server.
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import { declaredProblems } from '../errors/problem.ts';

const SCRIPT = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;
const PROBLEMS_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1rem }
dt { margin-top: 1.25rem } dt code { font-weight: 600 } dt span { opacity: .6 } dd { margin: 0 }
dt:target { background: #6366f133; outline: .4rem solid #6366f133 }`;
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
  app.get('/docs/problems.css', (_request, response) => void response.type('css').send(PROBLEMS_STYLE));
  app.use('/docs', express.static(absolutePath(), { index: false }));
}

function problemsPage(): string {
  const rows = declaredProblems().map(
    ([code, { status, title, next }]) =>
      `<dt id="${code}"><code>${code}</code> <span>${status}</span></dt><dd>${escape(title.en)}. ${escape(next?.en ?? '')}</dd>`,
  );
  const words =
    '<p>What the API answers when something is wrong, by its <code>code</code>. <a href="/docs">API</a></p>';
  const style = '<link rel="stylesheet" href="/docs/problems.css">';
  return page('Problems of the Scenarium API', `${style}<h1>Problems</h1>${words}<dl>${rows.join('\n')}</dl>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body>${body}</body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// Makes the documents from their sources: `node make-documents.mjs`. Needs Chromium (CHROMIUM_PATH) and pandoc.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';

const here = import.meta.dirname;
const chromium = process.env.CHROMIUM_PATH ?? 'chromium';
const style = (
  shop,
) => `@page{size:A4;margin:24mm 20mm;@top-left{content:"${shop}";font-size:9pt}@bottom-right{content:counter(page) " / " counter(pages);
font-size:9pt}}body{font:12.5pt/1.55 "DejaVu Serif",serif;color:#1b1b1b}h1{font-size:24pt}h2{font-size:17pt;
margin-top:1.6em}h3{font-size:14pt}table{border-collapse:collapse;width:100%;margin:1em 0}th,td{border:1px solid #999;padding:6px 10px;
text-align:left}thead{display:table-header-group}`;

const files = {
  ru: {
    'delivery.ru.md': 'dostavka-i-ustanovka.pdf',
    'warranty.ru.md': 'garantiya-vozvrat-remont.pdf',
    'loyalty.ru.md': 'loyalnost-i-oplata.docx',
    'account.ru.html.md': 'kabinet-prilozhenie-dannye.html',
    'business.ru.md': 'korporativnym-klientam.md',
    'contacts.ru.txt': 'kontakty.txt',
  },
  en: {
    'delivery.en.md': 'delivery-and-installation.pdf',
    'warranty.en.md': 'warranty-returns-repair.pdf',
    'loyalty.en.md': 'loyalty-and-payment.docx',
    'account.en.html.md': 'account-app-data.html',
    'business.en.md': 'for-companies.md',
    'contacts.en.txt': 'contacts.txt',
  },
};

for (const [locale, made] of Object.entries(files)) {
  const folder = join(here, '..', 'documents', locale);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [source, name] of Object.entries(made)) make(join(here, source), join(folder, name), locale);
}

function make(source, target, locale) {
  if (target.endsWith('.md') || target.endsWith('.txt')) return copyFileSync(source, target);
  if (target.endsWith('.docx')) return void execFileSync('pandoc', [source, '-f', 'markdown', '-o', target]);
  const text = readFileSync(source, 'utf8');
  const title = /^# (.+)$/m.exec(text)[1];
  const shop = locale === 'ru' ? 'Норд Дом' : 'Northwind Home';
  const page = (body, more = '') =>
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title>${more}</head><body>${body}</body></html>\n`;
  if (target.endsWith('.html')) {
    const menu = locale === 'ru' ? 'Каталог · Акции · Магазины' : 'Catalogue · Offers · Shops';
    return writeFileSync(
      target,
      page(`<nav>${menu}</nav><main>${marked.parse(text)}</main><footer>© ${shop}</footer>`),
    );
  }
  const temporary = `${target}.html`;
  writeFileSync(temporary, page(marked.parse(text), `<style>${style(shop)}</style>`));
  execFileSync(
    chromium,
    ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${target}`, temporary],
    {
      stdio: 'ignore',
    },
  );
  rmSync(temporary);
}

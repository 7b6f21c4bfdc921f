import { describe, expect, it } from 'vitest';
import { DocumentError } from './document-error.ts';
import { chunkDocument } from './index.ts';
import { READ_LIMITS } from './read-document.ts';
import { readFile } from './read-file.ts';
import { readHtml } from './read-html.ts';

const words = (what: string, times = 30): string => `${what} is told here at length. `.repeat(times);
const textOf = (source: string): string =>
  readHtml(source)
    .blocks.map(({ text }) => text)
    .join('\n');

describe('the main part of a page', () => {
  it.each([
    ['several articles', `<article>${words('One')}</article><article>${words('Two')}</article>`],
    ['articles and text between them', `<article>${words('One')}</article><p>${words('Two')}</p><article>x</article>`],
    ['a small main', `<main>${words('One', 10)}</main><div>${words('Two')}</div>`],
    ['two mains', `<main>${words('One')}</main><main>${words('Two')}</main>`],
    ['a page in a form', `<form><p>${words('One')}</p><p>${words('Two')}</p><input></form>`],
    [
      'panels that open',
      `<h3><button aria-controls="a">One</button></h3><p>One</p><div id="a" hidden>${words('Two')}</div>`,
    ],
    ['a note aside', `<main><p>${words('One')}</p><aside>Two</aside></main>`],
    ['elements of its own', `<x-card><h2>Head</h2><p>One</p><p>Two</p></x-card>`],
  ])('given %s, then nothing of it is lost', (_what, body) => {
    const { blocks } = readHtml(`<body>${body}</body>`);
    const all = blocks.flatMap(({ headings, text }) => [...headings, text]).join('\n');
    expect(all).toMatch(/One/);
    expect(all).toMatch(/Two/);
  });

  it('given menus, forms, what is hidden, then it is left out', () => {
    const menu = '<div><a href="/a">Menu and more menu</a><a href="/b">Other menu</a></div>';
    const noise = '<nav>Menu</nav><aside>Menu</aside><form>Menu<button>Menu</button></form><p hidden>Menu</p>';
    const hidden = '<p style="color:red; display:none">Menu</p><p aria-hidden="true">Menu</p><footer>Menu</footer>';
    expect(textOf(`<body>${menu}${noise}${hidden}<article>${words('One')}</article></body>`)).not.toMatch(/menu/i);
  });

  it('given articles under headings, then the headings stand above them', () => {
    const source = `<div><h1>All</h1><h2>A</h2><article>${words('One')}</article><h2>B</h2><article>${words('Two')}</article></div>`;
    expect(readHtml(source).blocks.map(({ headings }) => headings)).toEqual([
      ['All', 'A'],
      ['All', 'B'],
    ]);
  });
});

describe('the parts of a page', () => {
  it('given lines of the source, then a sentence goes over them; paragraphs do not stick together', () => {
    expect(textOf('<p>Our office is in\n  Moscow near\nArbat.</p><p>Ask\n<b>Bob</b>.<br>Or Eve.</p>')).toBe(
      'Our office is in Moscow near Arbat.\nAsk Bob.\nOr Eve.',
    );
    expect(textOf('<blockquote><p>One.</p><p>Two.</p></blockquote><ul><li><p>A.</p><p>B.</p></li></ul>')).toBe(
      'One.\nTwo.\n• A. B.',
    );
  });

  it('given lists in lists, however wrapped, then each item is there once', () => {
    const source =
      '<ul><li>A<ul><li>B<ol><li>C</li></ol></li></ul></li><li>D<div><ul><li>E</li></ul></div></li>F</ul><dl><div><dt>G</dt><dd>H</dd></div></dl>';
    expect(textOf(source)).toBe('• A\n◦ B\n◦ C\n• D\n◦ E\n• F\n• G\n• H');
  });

  it('given cards in a list, then their headings are headings', () => {
    const [block] = readHtml(`<ul><li><h3>Sofa</h3><p>${words('The sofa', 3)}</p></li></ul>`).blocks;
    expect(block).toMatchObject({ headings: ['Sofa'], text: expect.stringContaining('The sofa') });
  });

  it('given cells over several rows and columns, then a row makes sense alone', () => {
    const source =
      '<table><tr><th>Zone</th><th>Weight</th><th>Price</th></tr><tr><td rowspan="2">A</td><td>5 kg</td><td>300</td></tr>' +
      '<tr><td>9 kg</td><td>500</td></tr><tr><td>B</td><td colspan="2">on request</td></tr></table>';
    expect(textOf(source)).toBe(
      'Zone: A; Weight: 5 kg; Price: 300\nZone: A; Weight: 9 kg; Price: 500\nZone: B; Weight: on request',
    );
  });

  it('given a page arranged by a table, then what is in its cells is read once, under its headings', () => {
    const source =
      '<table><tr><td><h2>Prices</h2><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>';
    expect(readHtml(source).blocks).toEqual([{ headings: ['Prices'], text: 'A: 1; B: 2', kind: 'table' }]);
  });

  it('given Markdown with code, lists and a table, then lines, items and rows stay', async () => {
    const source =
      '# Set up\n\n## Run\n\n```yaml\nhost:\n  port: 1\n```\n\n- A\n  - B\n\n| K | V |\n| --- | --- |\n| a | b |\n';
    const document = await readFile(Buffer.from(source), 'markdown', READ_LIMITS);
    expect(chunkDocument(document)).toEqual([
      { headings: ['Set up', 'Run'], text: 'host:\n  port: 1\n• A\n◦ B\nK: a; V: b', page: null },
    ]);
  });
});

describe('a page nested 20,000 deep', { timeout: 60_000 }, () => {
  it.each(['div', 'b', 'blockquote', 'ul><li', 'table><tr><td', 'section'])(
    'of <%s>, then what is in it is read',
    (tags) => {
      const begin = performance.now();
      const source = `<p>Above it.</p>${`<${tags}>x`.repeat(20_000)}<p>Deep words</p><script>no()</script>`;
      const text = textOf(source);
      expect(text).toMatch(/Above it\.[^]*Deep words/);
      expect(text).not.toContain('no()');
      expect(performance.now() - begin).toBeLessThan(20_000);
    },
  );
});

describe('an empty page', () => {
  it.each(['<p></p>', '<script>alert(1)</script>', '<p>1 2 3</p>'])(
    'given %s, then the reason is said',
    async (source) => {
      await expect(readFile(Buffer.from(source), 'html', READ_LIMITS)).rejects.toEqual(
        new DocumentError('document_without_text'),
      );
    },
  );
});

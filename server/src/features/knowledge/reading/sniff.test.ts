import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makePdf } from './make-pdf.fixture.ts';
import { docxFiles, makeZip } from './make-zip.fixture.ts';
import { decodeText } from './read-text.ts';
import { sniff } from './sniff.ts';

const kindOf = (bytes: Uint8Array, name: string, declared?: string) =>
  sniff(bytes, { name, declared }).catch((error: { code: string }) => error.code);

const BEGINNINGS = [
  'BMW',
  'GIF89a',
  'GIF',
  'PK',
  'MZ',
  'ID3',
  'OggS',
  'RIFF',
  'II*',
  'MM',
  'FWS',
  'BZh',
  'Rar!',
  'fLaC',
  '8BPS',
];
const MORE = [
  'solid oak',
  'WEBVTT',
  'FLV',
  'MThd',
  'wOFF',
  'LZIP',
  'Cr24',
  'BEGIN:VCARD',
  'In a file, %PDF-1.7',
  'AC1015',
  '#!AMR',
];

describe('a text that begins with the mark of another format', () => {
  it.each([...BEGINNINGS, ...MORE])('given “%s …”, then it is a text, in any encoding', async (start) => {
    const text = `${start} is how this begins. Дальше идёт обычный текст про доставку.\n`.repeat(9);
    for (const encoding of ['utf8', 'win1251', 'utf-16le', 'utf-16be'])
      for (const name of ['a.txt', 'a.md']) {
        const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
        expect([encoding, await kindOf(bytes, name)]).toEqual([encoding, name === 'a.txt' ? 'text' : 'markdown']);
      }
  });

  it('given a page that begins so, then it is one', async () => {
    expect(await kindOf(Buffer.from('BM <p>x</p>'), 'a.html')).toBe('html');
  });
});

describe('a lie', () => {
  const gif = Buffer.concat([Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), Buffer.from('<p>Hello</p>')]);
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300), Buffer.from('This program')]);
  it.each<[string, Buffer, string, string?]>([
    ['a picture that is a page too', gif, 'a.html'],
    ['a program named text', program, 'a.txt'],
    ['an archive named text', makeZip({ 'a.txt': 'x' }), 'a.txt'],
    ['an archive named page', makeZip({ 'a.html': '<p>x</p>' }), 'a.html'],
    ['a DOCX named PDF', makeZip(docxFiles('x')), 'a.pdf'],
    ['a PDF named DOCX', makePdf(), 'a.docx'],
    ['a PDF below a line of text', Buffer.concat([Buffer.from('Just a text\n'), makePdf()]), 'a.txt'],
    ['a PDF below a page', Buffer.concat([Buffer.from('<p>x</p>\n'), makePdf()]), 'a.html'],
    ['RTF named text', Buffer.from('{\\rtf1\\ansi Hello}'), 'a.txt'],
    ['PostScript named text', Buffer.from('%!PS-Adobe-3.0\n1 1 moveto'), 'a.txt'],
    ['a text declared a picture', Buffer.from('Hello'), 'a.txt', 'image/gif'],
    ['a text declared a PDF', Buffer.from('Hello'), 'a.txt', 'application/pdf'],
    ['a text named PDF that speaks of one', Buffer.from('About %PDF-1.7'), 'a.pdf'],
  ])('given %s, then it is refused', async (_what, bytes, name, declared) => {
    expect(await kindOf(bytes, name, declared)).toBe('document_type_mismatch');
  });
});

describe('an encoding nobody told', () => {
  const text = 'Доставка по Москве — 500 ₽. We deliver every day.\n'.repeat(20);
  it.each(['utf8', 'utf-16le', 'utf-16be'])('given %s without its mark, then it is read', async (encoding) => {
    const bytes = iconv.encode(text, encoding, { addBOM: false });
    expect(decodeText(bytes)).toBe(text);
    expect(await kindOf(bytes, 'a.txt')).toBe('text');
  });

  it('given UTF-8 that was cut within a letter, then the rest is read', () => {
    const short = Buffer.from('Цена: 5 рублей');
    expect(decodeText(short.subarray(0, -1))).toBe('Цена: 5 рубле\ufffd');
  });
});

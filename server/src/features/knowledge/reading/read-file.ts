import { marked } from 'marked';
import { DocumentError } from './document-error.ts';
import { languageOf } from './language-of.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import { decodeText, readText } from './read-text.ts';
import type { Block, DocumentKind, ReadDocument, ReadLimits } from './read-document.ts';

type Reader = (bytes: Uint8Array, limits: ReadLimits) => Promise<{ title: string; blocks: Block[]; pages?: number }>;

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

const readers: { [K in DocumentKind]: Reader } = {
  pdf: readPdf,
  docx: readDocx,
  html: async (bytes) => readHtml(decodeText(bytes)),
  async markdown(bytes) {
    const source = decodeText(bytes).replaceAll('\r\n', '\n').replace(FRONT_MATTER, '');
    return readHtml(await marked.parse(source, { async: true }));
  },
  text: async (bytes) => readText(decodeText(bytes)),
};

/** Reads a file whose kind is known. Runs in a process of its own: see `read-apart.ts`. @throws DocumentError */
export async function readFile(bytes: Uint8Array, kind: DocumentKind, limits: ReadLimits): Promise<ReadDocument> {
  const { title, blocks, pages = 1 } = await readers[kind](bytes, limits);
  const text = blocks.map((block) => block.text).join('\n');
  if (text.length > limits.characters) throw new DocumentError('document_too_long', `${text.length} characters`);
  if (!/\p{L}{2}/u.test(text)) throw new DocumentError('document_without_text');
  return { title: title.slice(0, 300), language: languageOf(text), blocks, pages };
}

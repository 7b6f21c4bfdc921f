import { fileTypeFromBuffer } from 'file-type';
import { DocumentError } from './document-error.ts';
import { isPlainText } from './is-plain-text.ts';
import type { DocumentKind } from './read-document.ts';

const BY_EXTENSION: Record<string, DocumentKind> = {
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
};
const BY_TYPE: Record<string, DocumentKind> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/plain': 'text',
};
/** What browsers and mail programs say when they do not know. */
const VAGUE = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/x-download']);
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * What a file is: its content, its extension and the type its sender declared must agree.
 *
 * @throws DocumentError `document_type_unknown`, `document_type_mismatch`, `document_encrypted`
 * @example await sniff(bytes, { name: 'terms.pdf', declared: 'application/pdf' }) // 'pdf'
 */
export async function sniff(
  bytes: Uint8Array,
  { name, declared = '' }: { name: string; declared?: string | undefined },
): Promise<DocumentKind> {
  const extension = /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  const named = BY_EXTENSION[extension];
  const said = BY_TYPE[type];
  const kind = named ?? said;
  if (!kind) throw new DocumentError('document_type_unknown', extension ? `.${extension}` : type || name);
  if (extension && !named) throw new DocumentError('document_type_unknown', `.${extension}`);
  if (said ? !agrees(said, kind) : !VAGUE.has(type) && !type.startsWith('text/'))
    throw new DocumentError('document_type_mismatch', `.${extension || kind}, ${type}`);
  // A protected DOCX is packed into an old Office container.
  if (kind === 'docx' && Buffer.from(bytes.subarray(0, 8)).equals(OLE)) throw new DocumentError('document_encrypted');
  const found = await fileTypeFromBuffer(bytes);
  if (!fits(kind, found?.ext, bytes))
    throw new DocumentError('document_type_mismatch', `${kind}, ${found?.mime ?? 'text'}`);
  return kind;
}

/** Plain text is a fair word for Markdown and HTML too. */
function agrees(said: DocumentKind, kind: DocumentKind): boolean {
  return said === kind || (said === 'text' && (kind === 'markdown' || kind === 'html'));
}

function fits(kind: DocumentKind, found: string | undefined, bytes: Uint8Array): boolean {
  if (kind === 'pdf') return found === 'pdf';
  if (kind === 'docx') return found === 'docx' || found === 'zip';
  if (!isPlainText(bytes, found)) return false;
  if (kind === 'text' || kind === 'markdown') return true;
  return /<[a-z!][^>]*>/i.test(Buffer.from(bytes.subarray(0, 20_000)).toString('latin1').replaceAll('\0', ''));
}

import { encodingOf } from './encoding-of.ts';

/**
 * Are these bytes a text, whatever the letters at its beginning are the mark of? “BMW” is no bitmap and “PKO” no archive: what has no
 * control characters is text. Formats that are written in letters stay what they are.
 *
 * @param found the extension that the first bytes are the mark of
 */
export function isPlainText(bytes: Uint8Array, found: string | undefined): boolean {
  if (isWritten(bytes)) return false;
  // XML is how XHTML begins.
  const isUnmarked = found === undefined || found === 'xml' || found === 'html';
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return isUnmarked || !hasControls(new TextDecoder(encoding).decode(bytes));
  if (isUnmarked) return !bytes.subarray(0, 8_000).includes(0);
  return !hasControls(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

/** PDF, PostScript and RTF may hold letters only; readers find a PDF somewhat further down, too. */
function isWritten(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1_100)).toString('latin1');
  return /^(\u00ef\u00bb\u00bf)?\s*(%PDF-\d|%!PS|\{\\rtf\d)/.test(start) || /^%PDF-\d\.\d\s*$/m.test(start);
}

/** Blanks, ends of lines and pages aside. Those above 127 are letters in other encodings than Unicode. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f]/.test(text);
}

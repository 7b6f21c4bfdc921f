export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The Unicode encoding that bytes are text in: with its mark, or without it where nothing but letters, digits and usual signs comes
 * out. `null`: another encoding, or no text. A text that was cut in the middle of a letter is still one.
 */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.subarray(0, SAMPLE).includes(0))
    return (['utf-16le', 'utf-16be'] as const).find((encoding) => isUsual(bytes, encoding)) ?? null;
  return isUtf8(bytes) ? 'utf-8' : null;
}

const SAMPLE = 8_000;
/** Of UTF-8: one letter in so many may be damaged. */
const DAMAGED = 200;

function isUsual(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, Math.min(SAMPLE, bytes.length & ~1)));
  const usual = text.match(/[\t\n\r -~\u00a0-\u00ff\u0400-\u04ff\u2010-\u203a\u20ac\u20bd\u2116]/g)?.length ?? 0;
  return text.length > 1 && usual === text.length;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder().decode(bytes);
    const damaged = text.match(/\ufffd/g)?.length ?? 0;
    const foreign = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
    return damaged * DAMAGED <= foreign || (damaged === 1 && text.endsWith('\ufffd') && foreign > 0);
  }
}

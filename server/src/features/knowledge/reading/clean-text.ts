/**
 * A text without what cannot be seen: control characters, zero-width characters, marks that turn the writing direction round, tag
 * characters and others that carry hidden words. A word broken at a soft hyphen is whole again. Runs of blanks become one, lines stay.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\u00ad[^\S\n]*\n[^\S\n]*(?=\p{Ll})/gu, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Last come what stands for damage, halves of characters, and what is no character. */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufff9-\uffff\p{Cs}]/gu;

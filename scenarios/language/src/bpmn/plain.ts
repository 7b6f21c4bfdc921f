/** A text as every XML tool keeps it in an attribute: one line, no characters that XML forbids, no spaces at the ends. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF\s]+/gu, ' ')
    .trim();
}

/** JSON of a value without characters that XML forbids: they are written as `\uXXXX`. */
export function xmlJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\uFFFE\uFFFF\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

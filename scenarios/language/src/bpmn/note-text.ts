/** The text of a note as every XML tool keeps it: its lines, without characters that XML forbids. */
export function noteText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, ' ')
    .trim();
}

const LONGEST = 64;

/**
 * An id that is not taken: the wanted one, or with a number behind it.
 *
 * @example freshId('ask', (id) => id === 'ask') // 'ask-2'
 */
export function freshId(wanted: string, isTaken: (id: string) => boolean, separator = '-'): string {
  if (!isTaken(wanted)) return wanted;
  const stem = wanted.replace(/[-_]\d{1,9}$/, '') || wanted;
  for (let number = 2; ; number += 1) {
    const end = `${separator}${number}`;
    const id = `${stem.slice(0, LONGEST - end.length)}${end}`;
    if (!isTaken(id)) return id;
  }
}

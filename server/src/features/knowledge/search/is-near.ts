/**
 * Do two words differ by one letter: changed, left out, put in, or two neighbours swapped?
 *
 * @example isNear('доставк', 'доставкк') // true
 */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  let x = a.length - 1;
  let y = b.length - 1;
  while (x >= i && y >= i && a[x] === b[y]) {
    x -= 1;
    y -= 1;
  }
  const [left, right] = [x - i + 1, y - i + 1];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
}

const NAMES: Record<string, string> = {
  Plus: '+',
  Minus: '−',
  Escape: 'Esc',
  Delete: 'Del',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** Keys as they are shown: `Ctrl+Shift+Z`. */
export function keyWords(keys: string): string {
  return keys
    .split('+')
    .map((key) => NAMES[key] ?? key)
    .join('+');
}

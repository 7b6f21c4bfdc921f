type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Are these the keys, written as `Ctrl+Shift+Z`? Letters and digits go by their place, so that they are the same on a Russian keyboard;
 * ⌘ is taken for Ctrl.
 */
export function matchKeys(event: Pressed, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const wants = (modifier: string): boolean => parts.includes(modifier);
  return (
    (event.ctrlKey || event.metaKey) === wants('Ctrl') &&
    event.shiftKey === wants('Shift') &&
    event.altKey === wants('Alt') &&
    isKey(event, key)
  );
}

function isKey({ key: pressed, code }: Pressed, key: string): boolean {
  if (/^[A-Z]$/.test(key)) return code === `Key${key}`;
  if (/^\d$/.test(key)) return code === `Digit${key}` || code === `Numpad${key}`;
  if (key === 'Plus') return code === 'Equal' || code === 'NumpadAdd';
  if (key === 'Minus') return code === 'Minus' || code === 'NumpadSubtract';
  return pressed === key;
}

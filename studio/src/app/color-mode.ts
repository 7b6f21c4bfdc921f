import { createValue } from '../api/value.ts';

export const MODES = ['system', 'light', 'dark'] as const;
export type Mode = (typeof MODES)[number];

const KEY = 'scenarium.theme';
const stored = localStorage.getItem(KEY);

/** What was chosen. */
export const mode = createValue<Mode>(stored === 'light' || stored === 'dark' ? stored : 'system');

const system = matchMedia('(prefers-color-scheme: dark)');
/** What is shown. */
export const isDark = createValue(resolve());
system.addEventListener('change', show);
show();

export function chooseMode(next: Mode): void {
  localStorage.setItem(KEY, next);
  mode.set(next);
  show();
}

function resolve(): boolean {
  return mode.get() === 'system' ? system.matches : mode.get() === 'dark';
}

function show(): void {
  isDark.set(resolve());
  document.documentElement.dataset['theme'] = resolve() ? 'dark' : 'light';
}

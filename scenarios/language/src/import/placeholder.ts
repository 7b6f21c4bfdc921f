import type { Json, JsonObject } from '../json.ts';
import { isRefusedKey } from '../load/refused-key.ts';

const DEEPEST = 12;
/** What has a meaning only in the source. */
const OWN_IDS = new Set(['id', 'variableId', 'credentialsId', 'credential']);
const LONGEST_TEXT = 20_000;

/** The settings of a node as the input of an action: plain JSON, `template` applied to every text, ids of the source left out. */
export function settingsAsInput(settings: unknown, template: (text: string) => string): JsonObject {
  const plain = settingsOf(settings, template, 0);
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? plain : {};
}

function settingsOf(value: unknown, template: (text: string) => string, depth: number): Json {
  if (typeof value === 'string') return template(value.slice(0, LONGEST_TEXT));
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean' || typeof value !== 'object' || value === null)
    return typeof value === 'boolean' ? value : null;
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => settingsOf(item, template, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isRefusedKey(key) && !OWN_IDS.has(key))
      .map(([key, item]) => [key, settingsOf(item, template, depth + 1)]),
  );
}

/** The name of the action that holds a node's place: `typebot.google-sheets`. */
export function placeholderAction(product: 'typebot' | 'flowise', kind: string): string {
  const name = kind
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^[-\d]+|-+$/g, '')
    .slice(0, 60);
  return `${product}.${name || 'node'}`;
}

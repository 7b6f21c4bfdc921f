import type { Words } from '../texts.ts';

/** What bpmn-js itself may show here, and the key of our words for it. */
const known = {
  'Search in diagram': 'search',
  'Search diagram': 'search',
  'No results': 'noResults',
  'Align elements': 'align',
  'Align elements left': 'alignLeft',
  'Align elements right': 'alignRight',
  'Align elements top': 'alignTop',
  'Align elements bottom': 'alignBottom',
  'Align elements center': 'alignCenter',
  'Align elements middle': 'alignMiddle',
  'Distribute elements horizontally': 'distributeHorizontally',
  'Distribute elements vertically': 'distributeVertically',
} as const;

/** The translation that the modules of bpmn-js ask for; what is not known stays English. */
export function translateWith(t: Words) {
  return (template: string, values: Record<string, string> = {}): string => {
    const key = Object.hasOwn(known, template) ? known[template as keyof typeof known] : undefined;
    const text = key === undefined ? template : t(key);
    return text.replace(/\{([^}]+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}

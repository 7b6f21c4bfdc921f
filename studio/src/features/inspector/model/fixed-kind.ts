import type { FormField } from '../../plugins/fields-of.ts';

/** How a fixed value of a plugin's field is put in. A text is a template anyway. */
export type FixedKind = 'text' | 'number' | 'boolean' | 'choice' | 'json';

const kinds: { [W in FormField['widget']]: FixedKind } = {
  text: 'text',
  multiline: 'text',
  code: 'text',
  secret: 'text',
  url: 'text',
  model: 'text',
  number: 'number',
  switch: 'boolean',
  select: 'choice',
  json: 'json',
};

/** How a fixed value of the field is put in; a widget that is missing here does not compile. */
export function fixedKind({ widget }: Pick<FormField, 'widget'>): FixedKind {
  return kinds[widget];
}

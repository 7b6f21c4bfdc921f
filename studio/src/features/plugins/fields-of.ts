/** One field of a form, read from a JSON Schema with the hints that plugins give. */
export interface FormField {
  name: string;
  title: Record<string, string> | undefined;
  help: Record<string, string> | undefined;
  placeholder: string | undefined;
  widget: 'text' | 'multiline' | 'code' | 'secret' | 'url' | 'number' | 'switch' | 'select' | 'model' | 'json';
  required: boolean;
  advanced: boolean;
  options: readonly (string | number)[];
  initial: unknown;
}

interface Property {
  type?: string;
  enum?: (string | number)[];
  anyOf?: Property[];
  default?: unknown;
  'x-title'?: Record<string, string>;
  'x-help'?: Record<string, string>;
  'x-placeholder'?: string;
  'x-widget'?: FormField['widget'];
  'x-advanced'?: boolean;
}

/** The fields of a form, in the order of the schema. */
export function fieldsOf(schema: unknown): FormField[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    title: property['x-title'],
    help: property['x-help'],
    placeholder: property['x-placeholder'],
    widget: property['x-widget'] ?? widgetOf(property),
    required: required.includes(name) && property.default === undefined,
    advanced: property['x-advanced'] === true,
    options: property.enum ?? [],
    initial: property.default,
  }));
}

function widgetOf({ type, enum: options }: Property): FormField['widget'] {
  if (options) return 'select';
  if (type === 'boolean') return 'switch';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'string' ? 'text' : 'json';
}

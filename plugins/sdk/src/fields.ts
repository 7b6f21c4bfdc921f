import type { LocalisedText } from '@scenarium/language';
import { z } from 'zod';

/** How the studio draws a field of a form; goes into the JSON Schema as `x-…` beside zod's own description. */
export interface FieldHints {
  /** Label above the field; its name when absent. */
  title?: LocalisedText;
  /** A line below the field. */
  help?: LocalisedText;
  placeholder?: string;
  /** `secret` is encrypted when stored, never shown again, and kept out of exports and logs. */
  widget?: 'text' | 'multiline' | 'code' | 'secret' | 'url' | 'number' | 'switch' | 'select' | 'model';
  /** Folded away until somebody asks for it. */
  advanced?: boolean;
}

/**
 * Gives a field of a schema its looks in the form.
 *
 * @example z.object({ baseUrl: field(z.url(), { title: { en: 'Address', ru: 'Адрес' }, widget: 'url' }) })
 */
export function field<S extends z.ZodType>(schema: S, hints: FieldHints): S {
  const { title, help, placeholder, widget, advanced } = hints;
  return schema.meta({
    ...schema.meta(),
    ...(title && { 'x-title': title }),
    ...(help && { 'x-help': help }),
    ...(placeholder !== undefined && { 'x-placeholder': placeholder }),
    ...(widget && { 'x-widget': widget }),
    ...(advanced && { 'x-advanced': true }),
  });
}

/**
 * A text that must stay secret: an API key, a password, a refresh token. Stored encrypted, handed to the plugin's own handlers only.
 *
 * @example z.object({ apiKey: secret({ title: { en: 'API key', ru: 'Ключ API' } }).optional() })
 */
export function secret(hints: Omit<FieldHints, 'widget'> = {}): z.ZodString {
  return field(z.string().max(10_000), { ...hints, widget: 'secret' });
}

/** Is this field of a configuration secret? Looks through `optional()` and `default()`. */
export function isSecret(schema: z.ZodType): boolean {
  const inner = (schema as unknown as { def?: { innerType?: z.ZodType } }).def?.innerType;
  return schema.meta()?.['x-widget'] === 'secret' || (inner !== undefined && isSecret(inner));
}

import { z } from 'zod';
import { Expression, Id, Locale, Template } from './names.ts';

/** Forms of one text by the plural category of a number (CLDR: one, few, many, other …). */
export const PluralText = z.strictObject({
  plural: Expression,
  forms: z.strictObject({
    zero: Template.optional(),
    one: Template.optional(),
    two: Template.optional(),
    few: Template.optional(),
    many: Template.optional(),
    other: Template,
  }),
});
export type PluralText = z.infer<typeof PluralText>;

export const TextVariant = z.union([Template, PluralText]);
export type TextVariant = z.infer<typeof TextVariant>;

/** A text: one variant, or several of which one is chosen each time. */
export const Text = z.union([TextVariant, z.array(TextVariant).min(1).max(50)]);
export type Text = z.infer<typeof Text>;

/** All texts of a scenario: locale → message id → text. */
export const Messages = z.record(Locale, z.record(Id, Text));
export type Messages = z.infer<typeof Messages>;

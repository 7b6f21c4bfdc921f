import { z } from 'zod';
import { parseDuration } from '../expressions/duration.ts';

/** Ids of steps, flows, messages, options, triggers: a letter, then letters, digits, `_`, `-`, `.`; at most 64 characters. */
export const Id = z
  .string()
  .regex(/^[A-Za-z][\w.-]{0,63}$/, 'must start with a letter and hold only letters, digits, "_", "-", "."');

/** Names of variables: identifiers of the expression language. */
export const VariableName = z.string().regex(/^[A-Za-z_]\w{0,63}$/, 'must be an identifier: letters, digits and "_"');

/** A BCP 47 language tag such as `en` or `pt-BR`. */
export const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "en" or "pt-BR"');

/** Source of an expression (CEL). */
export const Expression = z.string().min(1).max(2_000);

/** Text with `{{ expression }}` in it. */
export const Template = z.string().max(10_000);

/** Id of a text in `messages`. */
export const MessageId = Id;

/** JSON in which every string is a template; a string that is one `{{ expression }}` alone keeps the expression's type. */
export const TemplateValue = z.json();

/** Template of a duration: `30s`, `10m`, `2h`, `1d`, `1w`, also joined (`1h30m`). */
export const DurationTemplate = z.string().min(1).max(200);

/** A duration that is known beforehand, written as in `DurationTemplate`. */
export const Duration = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, 'must be a duration such as "30s" or "2h"');

import type { Text, TextVariant } from '../document/messages.ts';

/** The variant of a text that a seed chooses. */
export function chooseVariant(text: Text, seed: number): TextVariant {
  if (!Array.isArray(text)) return text;
  return text[seed % text.length] as TextVariant;
}

import type { Text, TextVariant } from '../document/messages.ts';

/** The variant of a text that a seed (any whole number) chooses: each as often as the others. */
export function chooseVariant(text: Text, seed: number): TextVariant {
  if (!Array.isArray(text)) return text;
  return text[mixed(seed) % text.length] as TextVariant;
}

/** Spreads seeds evenly that follow each other or share a divisor (the finaliser of MurmurHash3). */
function mixed(seed: number): number {
  let hash = seed >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

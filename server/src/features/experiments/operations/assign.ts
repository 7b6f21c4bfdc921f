import { createHash } from 'node:crypto';
import type { Variant } from '../model.ts';

/**
 * The variant of a contact: the same on every server and at every time, without anything kept. Weighted rendezvous hashing: each
 * variant draws a number from (experiment, contact, variant), scaled by its weight, and the largest wins. When the weights of two
 * variants change against each other, only contacts of the one that lost go to the one that gained.
 * Source: C. Schindelhauer, G. Schomaker, “Weighted distributed hash tables”, SPAA 2005, the logarithmic method.
 */
export function assign<V extends Pick<Variant, 'id' | 'weight'>>(
  experiment: string,
  variants: readonly V[],
  contact: string,
): V {
  const score = ({ id, weight }: V): number => weight / -Math.log(drawn(`${experiment}\n${contact}\n${id}`));
  return variants.reduce((best, variant) => (score(variant) > score(best) ? variant : best));
}

/** 48 bits of a hash as a number between 0 and 1, neither of them. */
function drawn(text: string): number {
  return (createHash('sha256').update(text).digest().readUIntBE(0, 6) + 0.5) / 2 ** 48;
}

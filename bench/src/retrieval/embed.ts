import { termsOf } from '@scenarium/server/knowledge/search';

const DIMENSIONS = 384;

/** A deterministic embedding that needs no model: stems and their beginnings, hashed into 384 numbers with signs. */
export function embed(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const term of termsOf(text)) {
    add(vector, term, 1);
    for (let i = 0; i + 3 <= term.length; i += 1) add(vector, `#${term.slice(i, i + 3)}`, 0.3);
  }
  return vector;
}

function add(vector: Float32Array, feature: string, weight: number): void {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i += 1) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  const at = (hash >>> 1) % DIMENSIONS;
  vector[at] = (vector[at] ?? 0) + ((hash & 1) === 0 ? weight : -weight);
}

import type { Ranked } from './text-index.ts';

/** Below so many vectors each is compared exactly. */
const EXACT = 10_000;
/** Of more, so many that look alike by their signs are compared exactly. */
const CANDIDATES = 1_000;

/**
 * Vectors in memory, ranked by cosine. Many are first narrowed down by the signs of their numbers, 32 of them at a time, and only the
 * likeliest compared exactly.
 */
export class VectorIndex {
  #dimensions = 0;
  #words = 0;
  #values = new Float32Array(0);
  #signs = new Uint32Array(0);
  #ids: number[] = [];

  get dimensions(): number {
    return this.#dimensions;
  }

  /** Vectors of another size than the first one are passed over: they come of another model. */
  add(id: number, vector: Float32Array): void {
    if (this.#dimensions === 0) {
      this.#dimensions = vector.length;
      this.#words = Math.ceil(vector.length / 32);
    }
    if (vector.length !== this.#dimensions) return;
    const at = this.#ids.length;
    this.#grow(at + 1);
    const unit = normalised(vector);
    this.#values.set(unit, at * this.#dimensions);
    this.#signs.set(signsOf(unit, this.#words), at * this.#words);
    this.#ids.push(id);
  }

  /** What was added, as unit vectors. */
  *entries(): Generator<[id: number, vector: Float32Array]> {
    for (const [at, id] of this.#ids.entries())
      yield [id, this.#values.slice(at * this.#dimensions, (at + 1) * this.#dimensions)];
  }

  search(query: Float32Array, { limit, accepts }: { limit: number; accepts: (id: number) => boolean }): Ranked[] {
    if (query.length !== this.#dimensions) return [];
    const unit = normalised(query);
    const ranked: Ranked[] = [];
    for (const at of this.#candidates(unit, accepts)) {
      let score = 0;
      const from = at * this.#dimensions;
      for (let i = 0; i < this.#dimensions; i += 1) score += (unit[i] as number) * (this.#values[from + i] as number);
      ranked.push({ id: this.#ids[at] as number, score });
    }
    return ranked.sort((a, b) => b.score - a.score).slice(0, limit);
  }

  #candidates(unit: Float32Array, accepts: (id: number) => boolean): number[] {
    const accepted: number[] = [];
    for (let at = 0; at < this.#ids.length; at += 1) if (accepts(this.#ids[at] as number)) accepted.push(at);
    if (accepted.length <= EXACT) return accepted;
    const signs = signsOf(unit, this.#words);
    const buckets: number[][] = Array.from({ length: this.#dimensions + 1 }, () => []);
    for (const at of accepted) buckets[this.#distance(signs, at)]?.push(at);
    const near: number[] = [];
    for (const bucket of buckets) {
      if (near.length >= CANDIDATES) break;
      near.push(...bucket);
    }
    return near;
  }

  /** How many signs differ. */
  #distance(signs: Uint32Array, at: number): number {
    let different = 0;
    for (let i = 0; i < this.#words; i += 1) {
      let bits = (signs[i] as number) ^ (this.#signs[at * this.#words + i] as number);
      bits -= (bits >>> 1) & 0x55555555;
      bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
      different += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return different;
  }

  #grow(count: number): void {
    if (count * this.#dimensions <= this.#values.length) return;
    const room = Math.max(256, count * 2);
    const values = new Float32Array(room * this.#dimensions);
    values.set(this.#values);
    const signs = new Uint32Array(room * this.#words);
    signs.set(this.#signs);
    this.#values = values;
    this.#signs = signs;
  }
}

function normalised(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum) || 1;
  return vector.map((value) => value / length);
}

function signsOf(vector: Float32Array, words: number): Uint32Array {
  const signs = new Uint32Array(words);
  for (let i = 0; i < vector.length; i += 1)
    if ((vector[i] as number) > 0) signs[i >> 5] = (signs[i >> 5] as number) | (1 << (i & 31));
  return signs;
}

import { isNear } from './is-near.ts';

/** A ranked entry; a higher score is nearer. */
export interface Ranked {
  id: number;
  score: number;
}

/** Saturation of repeated terms and influence of length, as commonly chosen for BM25 (Robertson, Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;
/** From this length on a term that is nowhere is looked for with one letter changed. */
const SHORTEST_TYPO = 5;

/** Entries that have a term, and how often. */
interface Postings {
  ids: number[];
  counts: number[];
}

/**
 * An inverted index in memory, ranked by BM25. Entries are small whole numbers given by the caller, each added once.
 *
 * @example
 * index.add(0, termsOf('Delivery of fridges'));
 * index.search(termsOf('fridge delivery'), { limit: 10, accepts: () => true });
 */
export class TextIndex {
  readonly #postings = new Map<string, Postings>();
  readonly #lengths: number[] = [];
  /** Entries as they were when added: what has to be taken out again. */
  readonly #alive: boolean[] = [];
  #size = 0;
  #length = 0;

  get size(): number {
    return this.#size;
  }

  add(id: number, terms: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const postings = this.#postings.get(term);
      if (postings) {
        postings.ids.push(id);
        postings.counts.push(count);
      } else this.#postings.set(term, { ids: [id], counts: [count] });
    }
    this.#lengths[id] = terms.length;
    this.#alive[id] = true;
    this.#size += 1;
    this.#length += terms.length;
  }

  /** The entry is not found any more. Its postings go with the whole index. */
  remove(id: number): void {
    if (!this.#alive[id]) return;
    this.#alive[id] = false;
    this.#size -= 1;
    this.#length -= this.#lengths[id] ?? 0;
  }

  has(id: number): boolean {
    return this.#alive[id] === true;
  }

  knows(term: string): boolean {
    return this.#postings.has(term);
  }

  /** How much a term tells: ln(1 + (N − n + ½) / (n + ½)), for n of N entries that have it. */
  weight(term: string): number {
    const having = this.#postings.get(term)?.ids.length ?? 0;
    return Math.log(1 + (Math.max(this.#size, having) - having + 0.5) / (having + 0.5));
  }

  /** A term that is nowhere, as the likeliest one that is: with one letter changed; itself when there is none. */
  known(term: string): string {
    if (this.#postings.has(term) || term.length < SHORTEST_TYPO || /\p{N}/u.test(term)) return term;
    let best: string | undefined;
    let most = 0;
    for (const [candidate, { ids }] of this.#postings) {
      if (candidate[0] !== term[0] || ids.length <= most) continue;
      if (!isNear(term, candidate)) continue;
      best = candidate;
      most = ids.length;
    }
    return best ?? term;
  }

  search(terms: Iterable<string>, { limit, accepts }: { limit: number; accepts: (id: number) => boolean }): Ranked[] {
    const scores = new Map<number, number>();
    const mean = this.#length / Math.max(this.#size, 1);
    for (const term of new Set(terms)) {
      const postings = this.#postings.get(term);
      if (!postings) continue;
      const weight = this.weight(term);
      const { ids, counts } = postings;
      for (let i = 0; i < ids.length; i += 1) {
        const id = ids[i] as number;
        const count = counts[i] as number;
        const length = this.#lengths[id] as number;
        const score = (weight * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / mean));
        scores.set(id, (scores.get(id) ?? 0) + score);
      }
    }
    return best(scores, limit, (id) => this.has(id) && accepts(id));
  }
}

function best(scores: Map<number, number>, limit: number, accepts: (id: number) => boolean): Ranked[] {
  const top: Ranked[] = [];
  for (const [id, score] of scores) {
    const last = top.at(-1);
    if (top.length === limit && last && score <= last.score) continue;
    if (!accepts(id)) continue;
    const at = top.findIndex((other) => other.score < score);
    top.splice(at === -1 ? top.length : at, 0, { id, score });
    if (top.length > limit) top.pop();
  }
  return top;
}

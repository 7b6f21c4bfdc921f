import { fuse } from './fuse.ts';
import { termsOf } from './terms.ts';
import { TextIndex, type Ranked } from './text-index.ts';
import { WEAK_TERMS } from './weak-terms.ts';
import type { NearChunk } from './vector-store.ts';

/** A passage of a document as it is stored. */
export interface Chunk {
  /** Document, its generation, and the place in it. */
  _id: string;
  tenant: string;
  base: string;
  document: string;
  generation: number;
  source: string;
  title: string;
  headings: string[];
  page: number | null;
  seq: number;
  text: string;
  vector: Float32Array | null;
}

export type SearchMode = 'text' | 'vectors' | 'hybrid';

export interface BaseQuery {
  text: string;
  vector?: Float32Array | undefined;
  sources?: readonly string[];
  mode?: SearchMode;
  limit: number;
}

/** A passage that was found, by its id. `score`: 0 to 1. Places begin with 1. */
export interface Found {
  id: string;
  score: number;
  text?: { place: number; score: number };
  vector?: { place: number; score: number };
}

/** Each ranking is fused from so many of its best. */
const DEPTH = 100;
/** Words of title and headings count as often as this. */
const HEADING_WEIGHT = 2;
/** A large index of which so many entries are gone is made anew. */
const WASTE = 0.3;
/** A smaller one is made anew at once: what is gone would still count in the weights of terms. */
const LARGE = 20_000;
const WEAKNESS = 0.3;

/** What is kept of a chunk: its text stays in the database. */
interface Entry {
  id: string;
  document: string;
  source: string;
}

/** The words of one knowledge base, in memory; `database-search.ts` keeps it as the database is. */
export class BaseIndex {
  readonly #entries: Entry[] = [];
  readonly #text = new TextIndex();
  /** Document → the numbers of its chunks. */
  readonly #documents = new Map<string, number[]>();
  readonly #numbers = new Map<string, number>();

  add(chunk: Pick<Chunk, '_id' | 'document' | 'source' | 'title' | 'headings' | 'text'>): void {
    const { _id: id, document, source, title, headings, text } = chunk;
    const number = this.#entries.push({ id, document, source }) - 1;
    this.#numbers.set(id, number);
    const above = termsOf([title, ...headings].join('\n'));
    const terms = termsOf(text);
    for (let i = 0; i < HEADING_WEIGHT; i += 1) terms.push(...above);
    this.#text.add(number, terms);
    const numbers = this.#documents.get(document);
    if (numbers) numbers.push(number);
    else this.#documents.set(document, [number]);
  }

  remove(document: string): void {
    for (const number of this.#documents.get(document) ?? []) this.#text.remove(number);
    this.#documents.delete(document);
  }

  /** How many chunks can be found. */
  get size(): number {
    return this.#text.size;
  }

  /** Is so much of it gone that it should be made anew? */
  get isWasteful(): boolean {
    const share = this.#entries.length > LARGE ? WASTE : 0;
    return this.#text.size < this.#entries.length * (1 - share);
  }

  /**
   * Terms of a question as they are looked for, typing errors mended, each with how much it tells about what is asked. A number that
   * is nowhere tells nothing: documents speak of ranges. Nor does another word that only says what is asked.
   */
  weights(text: string): Map<string, number> {
    const terms = new Set(termsOf(text).map((term) => this.#text.known(term)));
    const telling = [...terms].filter(
      (term) => this.#text.knows(term) || !(WEAK_TERMS.has(term) || /^\p{N}+$/u.test(term)),
    );
    return new Map(telling.map((term) => [term, this.#text.weight(term) * (WEAK_TERMS.has(term) ? WEAKNESS : 1)]));
  }

  /** The best chunks: by their words, fused with those whose vectors are near. */
  search({ text, sources, mode = 'hybrid', limit }: Omit<BaseQuery, 'vector'>, near: readonly NearChunk[]): Found[] {
    const wanted = sources && sources.length > 0 ? new Set(sources) : null;
    const accepts = (number: number): boolean => {
      const entry = this.#entries[number];
      return entry !== undefined && this.#text.has(number) && (!wanted || wanted.has(entry.source));
    };
    const options = { limit: Math.max(DEPTH, limit), accepts };
    const byText = mode === 'vectors' ? [] : this.#text.search(this.weights(text).keys(), options);
    const byVector = mode === 'text' ? [] : near.flatMap(({ id, score }) => this.#ranked(id, score, accepts));
    const rankings = [byText, byVector].filter((ranking) => ranking.length > 0);
    const places = { text: placesOf(byText), vector: placesOf(byVector) };
    return fuse(rankings.map((ranking) => ranking.map(({ id }) => id)))
      .slice(0, limit)
      .map(([number, score]) => ({
        id: (this.#entries[number] as Entry).id,
        score,
        ...pick('text', places.text.get(number)),
        ...pick('vector', places.vector.get(number)),
      }));
  }

  /** Nothing when the chunk is gone, or not there yet. */
  #ranked(id: string, score: number, accepts: (number: number) => boolean): Ranked[] {
    const number = this.#numbers.get(id);
    return number !== undefined && accepts(number) ? [{ id: number, score }] : [];
  }
}

type Place = { place: number; score: number };

function placesOf(ranking: Ranked[]): Map<number, Place> {
  return new Map(ranking.map(({ id, score }, i) => [id, { place: i + 1, score }]));
}

function pick<Name extends 'text' | 'vector'>(name: Name, place: Place | undefined): { [K in Name]?: Place } {
  return (place ? { [name]: place } : {}) as { [K in Name]?: Place };
}

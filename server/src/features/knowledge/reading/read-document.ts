/** A piece of a document under its headings, the outermost first. A table's row says the names of its columns itself. */
export interface Block {
  headings: string[];
  text: string;
  kind: 'text' | 'list' | 'table' | 'code';
  page?: number;
}

/** What a reader found in a file. */
export interface ReadDocument {
  title: string;
  language: 'ru' | 'en' | 'other';
  blocks: Block[];
  /** 1 for formats without pages. */
  pages: number;
}

export type DocumentKind = 'pdf' | 'docx' | 'html' | 'markdown' | 'text';

export interface ReadLimits {
  bytes: number;
  pages: number;
  characters: number;
  /** Of the packed files inside a DOCX, together and each against its packed size. */
  unpackedBytes: number;
  /** Milliseconds. */
  time: number;
  /** Megabytes of the reader's heap. */
  memory: number;
  /** Megabytes of all the reader's process holds: buffers lie beside the heap. */
  resident: number;
}

export const READ_LIMITS: ReadLimits = {
  bytes: 25_000_000,
  pages: 2_000,
  characters: 10_000_000,
  unpackedBytes: 200_000_000,
  time: 60_000,
  memory: 512,
  resident: 768,
};

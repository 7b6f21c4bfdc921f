import type { Citation } from '@scenarium/engine';
import type { Hit } from '../search/index.ts';

/** A citation that names its passage. */
export type Cited = Citation & { chunk: string; source: string };

export function citationOf(chunk: Hit['chunk'], quote: string): Cited {
  const { _id, title, headings, page, source, url = source } = chunk;
  const section = headings.filter((heading) => heading !== title).join(' › ');
  return {
    chunk: _id,
    source,
    title,
    quote,
    ...(section && { section }),
    ...(page !== null && { page }),
    ...(/^https?:\/\//.test(url) && { url }),
  };
}

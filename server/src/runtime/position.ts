/**
 * One number line per conversation. The n-th inbound row stands at `n * STRIDE`; what is said after n rows were applied stands
 * between it and the next. So rows accepted by any process and replies committed by another never compete for a number, and a
 * reply stands right after what it answers. A turn says far less than STRIDE messages (limit of the engine: 1,000 steps).
 */
export const STRIDE = 10_000;

/** Seq of the n-th inbound row (n from 1). */
export function seqOf(inbound: number): number {
  return inbound * STRIDE;
}

/** Key of the row at a place: one row a place, and keys sort as places do. */
export function rowId(conversation: string, seq: number): string {
  return `${conversation}/${String(seq).padStart(14, '0')}`;
}

/** The number of the inbound row at or before `seq`. */
export function inboundOf(seq: number): number {
  return Math.floor(seq / STRIDE);
}

/** Name of what the engine did for the commit of a revision. Names sort as the revisions do. */
export function traceId(conversation: string, revision: number): string {
  return `${conversation}/${String(revision).padStart(10, '0')}`;
}

// The process that reads documents: gets one at a time over IPC, answers what is in it. Started by `read-apart.ts` with few rights.
import { isDocumentErrorCode } from './document-error.ts';
import type { DocumentKind, ReadDocument, ReadLimits } from './read-document.ts';
import { readFile } from './read-file.ts';

/** What is asked. */
export interface ReadRequest {
  bytes: Uint8Array;
  kind: DocumentKind;
  limits: ReadLimits;
}

/** What is answered. */
export type ReadReply = { document: ReadDocument } | { code: string; detail: string };

process.on('message', ({ bytes, kind, limits }: ReadRequest) => {
  void readFile(bytes, kind, limits)
    .then((document): ReadReply => ({ document }), toReply)
    .then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit(0));

function toReply(error: Error & { code?: unknown }): ReadReply {
  // What does not fit into memory or the stack.
  if (error instanceof RangeError) return { code: 'document_too_complex', detail: error.message.slice(0, 200) };
  const known = isDocumentErrorCode(error.code);
  const detail = known ? error.message.split(': ').slice(1).join(': ') : error.message.slice(0, 200);
  return { code: known ? (error.code as string) : 'document_unreadable', detail };
}

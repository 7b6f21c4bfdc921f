export { chunkDocument, type Passage } from './chunk-document.ts';
export { DocumentError } from './document-error.ts';
export { createDocumentReader, type DocumentReader } from './read-apart.ts';
export { READ_LIMITS, type ReadDocument } from './read-document.ts';
export { sentencesOf } from './sentences-of.ts';

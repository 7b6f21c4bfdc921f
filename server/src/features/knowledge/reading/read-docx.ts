import mammoth from 'mammoth';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { DocumentError } from './document-error.ts';
import type { Block, ReadLimits } from './read-document.ts';
import { readHtml } from './read-html.ts';

const MOST_ENTRIES = 5_000;
/** Text packs to a tenth; a hundredth is no text. Small entries may. */
const MOST_RATIO = 200;
const SMALL = 1_000_000;

/** What a Word document says, by its own heading styles, lists and tables. The archive is looked through before it is unpacked. */
export async function readDocx(bytes: Uint8Array, limits: ReadLimits): Promise<{ title: string; blocks: Block[] }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await checkArchive(buffer, limits);
  const { value } = await mammoth
    .convertToHtml(
      { buffer },
      { includeEmbeddedStyleMap: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    .catch((error: unknown) => {
      throw new DocumentError('document_unreadable', (error as Error).message.slice(0, 200));
    });
  const { blocks } = readHtml(`<body>${value}</body>`);
  return { title: blocks[0]?.headings[0] ?? '', blocks };
}

/** @throws DocumentError `document_bomb`, `document_encrypted`, `document_type_mismatch`, `document_unreadable` */
async function checkArchive(buffer: Buffer, { unpackedBytes }: ReadLimits): Promise<void> {
  const entries = await entriesOf(buffer).catch((error: unknown) => {
    throw error instanceof DocumentError ? error : new DocumentError('document_unreadable', (error as Error).message);
  });
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (entries.some((entry) => (entry.generalPurposeBitFlag & 1) === 1)) throw new DocumentError('document_encrypted');
  if (!names.has('word/document.xml')) throw new DocumentError('document_type_mismatch', 'word/document.xml');
  let total = 0;
  for (const { uncompressedSize, compressedSize } of entries) {
    total += uncompressedSize;
    const isPacked = uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_RATIO;
    if (total > unpackedBytes || isPacked) throw new DocumentError('document_bomb', `${Math.round(total / 1e6)} MB`);
  }
}

function entriesOf(buffer: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    // Refuses names with `..`, absolute ones, and sizes that do not fit the archive.
    fromBuffer(
      buffer,
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: false },
      (error: Error | null, zip?: ZipFile) => {
        if (error || !zip) return reject(error ?? new Error('no archive'));
        const entries: Entry[] = [];
        zip.on('entry', (entry: Entry) => {
          entries.push(entry);
          if (entries.length > MOST_ENTRIES)
            return reject(new DocumentError('document_bomb', `${entries.length} files`));
          zip.readEntry();
        });
        zip.on('end', () => resolve(entries));
        zip.on('error', reject);
        zip.readEntry();
      },
    );
  });
}

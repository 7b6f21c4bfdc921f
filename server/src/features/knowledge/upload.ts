import { Busboy } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import { knowledgeProblems } from './problems.ts';
import type { Upload } from './operations/documents.ts';
import { READ_LIMITS } from './reading/index.ts';

const MOST_FILES = 50;

/**
 * Reads files of a `multipart/form-data` request, one after another; what is too large is refused while it comes in. Each is handed on
 * before the next is read, so that one file is in memory at a time.
 *
 * @throws upload_invalid, document_too_large
 */
export async function readUpload<T>(request: IncomingMessage, take: (upload: Upload) => Promise<T>): Promise<T[]> {
  const type = request.headers['content-type'];
  if (!type?.startsWith('multipart/form-data'))
    throw knowledgeProblems.upload_invalid({ detail: type ?? 'no content type' });
  const taken: T[] = [];
  let last: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      request.unpipe();
      request.resume();
      reject(error as Error);
    };
    let parser: ReturnType<typeof Busboy>;
    try {
      parser = new Busboy({
        headers: { ...request.headers, 'content-type': type },
        limits: { files: MOST_FILES, fileSize: READ_LIMITS.bytes + 1, fields: 20, fieldSize: 10_000, parts: 100 },
      });
    } catch (error) {
      return fail(knowledgeProblems.upload_invalid({ detail: (error as Error).message }));
    }
    parser.on('file', (_field, stream, name, _encoding, declared) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('limit', () => fail(knowledgeProblems.document_too_large({ detail: nameOf(name) })));
      stream.on('end', () => {
        if (stream.truncated) return;
        const bytes = Buffer.concat(parts);
        last = last.then(
          async () => void taken.push(await take({ name: nameOf(name), declared: declared || null, bytes })),
        );
        last.catch(fail);
      });
    });
    parser.on('filesLimit', () => fail(knowledgeProblems.upload_invalid({ detail: `more than ${MOST_FILES} files` })));
    parser.on('error', (error: unknown) =>
      fail(knowledgeProblems.upload_invalid({ detail: (error as Error).message })),
    );
    parser.on('finish', () => void last.then(() => resolve(), fail));
    request.on('aborted', () => fail(knowledgeProblems.upload_invalid({ detail: 'broken off' })));
    request.pipe(parser);
  });
  if (taken.length === 0) throw knowledgeProblems.upload_invalid({ detail: 'no file' });
  return taken;
}

/** The last part of a name, without what cannot be seen: it is shown, and never a path. */
function nameOf(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '')
      .trim()
      .slice(0, 200) || 'file'
  );
}

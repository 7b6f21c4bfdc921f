import { fork, type ChildProcess } from 'node:child_process';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentError, isDocumentErrorCode, type DocumentErrorCode } from './document-error.ts';
import { READ_LIMITS, type ReadDocument, type ReadLimits } from './read-document.ts';
import type { ReadReply, ReadRequest } from './reader-process.ts';
import { sniff } from './sniff.ts';
import { watchMemory } from '../../../platform/processes/watch-memory.ts';

/** Reads documents in a process of their own. */
export interface DocumentReader {
  /**
   * What a file says. One is read at a time.
   * @throws DocumentError with the reason; nothing else goes wrong, whatever the file holds
   */
  read(bytes: Uint8Array, file: { name: string; declared?: string | undefined }): Promise<ReadDocument>;
  stop(): void;
}

/** A reader without work ends after this long. */
const IDLE_MS = 30_000;
const HERE = fileURLToPath(new URL('.', import.meta.url));
const PROGRAM = join(HERE, `reader-process${extname(import.meta.url)}`);

/**
 * Starts readers as they are needed: few rights (it reads its own code only, starts nothing, sees no environment), bounded memory
 * inside V8's heap and beside it, and a deadline after which it is killed.
 *
 * @example const { blocks } = await createDocumentReader().read(bytes, { name: 'terms.pdf' });
 */
export function createDocumentReader({
  limits = READ_LIMITS,
  program = PROGRAM,
}: { limits?: ReadLimits; program?: string } = {}): DocumentReader {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function stop(): void {
    clearTimeout(idle);
    child?.kill('SIGKILL');
    child = null;
  }

  async function readApart(request: ReadRequest): Promise<ReadDocument> {
    clearTimeout(idle);
    child ??= start(program, limits);
    const { reply, peak } = await exchange(child, request).catch((error: unknown) => {
      stop();
      throw error;
    });
    // What a large document leaves behind is not counted against the next one.
    if (peak > limits.resident / 2) stop();
    else idle = setTimeout(stop, IDLE_MS).unref();
    if ('document' in reply) return reply.document;
    throw new DocumentError(reply.code as DocumentErrorCode, reply.detail || undefined);
  }

  return {
    async read(bytes, file) {
      if (bytes.length > limits.bytes)
        throw new DocumentError('document_too_large', `${Math.round(bytes.length / 1e6)} MB`);
      const kind = await sniff(bytes, file);
      const mine = last.then(() => readApart({ bytes, kind, limits }));
      last = mine.catch(() => undefined);
      return mine;
    },
    stop,
  };
}

function start(program: string, { memory }: ReadLimits): ChildProcess {
  const rights = ['--permission', ...readable().map((folder) => `--allow-fs-read=${folder}`)];
  const child = fork(program, [], {
    execArgv: [...rights, `--max-old-space-size=${memory}`, '--disable-warning=ExperimentalWarning'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** The reader's own code and the libraries above it. */
function readable(): string[] {
  const folders = [HERE];
  for (let folder = dirname(HERE); folder !== dirname(folder); folder = dirname(folder))
    folders.push(join(folder, 'node_modules'), join(folder, 'package.json'));
  return folders;
}

function exchange(child: ChildProcess, request: ReadRequest): Promise<{ reply: ReadReply; peak: number }> {
  return new Promise((resolve, reject) => {
    const fail = (code: DocumentErrorCode, detail?: string): void =>
      finish(() => reject(new DocumentError(code, detail)));
    const watch = watchMemory(child.pid ?? 0, request.limits.resident, (held) =>
      fail('document_too_complex', `${held} MB`),
    );
    const deadline = setTimeout(() => fail('document_timed_out'), request.limits.time);
    const replied = (reply: ReadReply): void =>
      finish(() =>
        'document' in reply || isDocumentErrorCode(reply.code)
          ? resolve({ reply, peak: watch.peak() })
          : fail('document_unreadable'),
      );
    // Out of memory ends it by a signal of its own.
    const exited = (code: number | null, signal: string | null): void =>
      fail(
        signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134 ? 'document_too_complex' : 'document_unreadable',
      );
    const broken = (): void => fail('document_unreadable');
    function finish(then: () => void): void {
      clearTimeout(deadline);
      watch.stop();
      child.off('message', replied).off('exit', exited).off('error', broken);
      child.channel?.unref();
      then();
    }
    child.channel?.ref();
    child.on('message', replied).on('exit', exited).on('error', broken);
    child.send(request, (error) => {
      if (error) broken();
    });
  });
}

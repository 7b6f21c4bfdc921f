import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createDocumentReader, READ_LIMITS, type DocumentReader } from './index.ts';
import { makePdf } from './make-pdf.fixture.ts';

let reader: DocumentReader | undefined;
afterEach(() => reader?.stop());

const limits = { ...READ_LIMITS, resident: 250 };
const program = fileURLToPath(new URL('./hostile-reader.fixture.ts', import.meta.url));

// Windows is not watched.
describe.skipIf(process.platform === 'win32')('the memory of a reader', { timeout: 60_000 }, () => {
  it('given buffers beside the heap, then it is killed, the reason is said, and the next document is read', async () => {
    reader = createDocumentReader({ limits, program });
    const hoarding = reader.read(Buffer.from('hoard'), { name: 'a.txt' });
    await expect(hoarding).rejects.toMatchObject({
      code: 'document_too_complex',
      words: { ru: expect.stringMatching(/памяти: \d+ MB/) },
    });
    const next = reader.read(Buffer.from('garbage'), { name: 'a.txt' });
    await expect(next).rejects.toMatchObject({ code: 'document_unreadable' });
  });

  it('given a PDF of 3 KB that unpacks to 400 MB, then it never holds much more than it may', async () => {
    const bytes = makePdf({ content: () => Buffer.alloc(400_000_000, ' '), packed: 2 });
    expect(bytes.length).toBeLessThan(3_000);
    const peak = watchChildren();
    reader = createDocumentReader({ limits });
    await expect(reader.read(bytes, { name: 'a.pdf' })).rejects.toMatchObject({ code: 'document_too_complex' });
    expect(peak()).toBeLessThan(700);
  });

  it('given a document of 5 MB, then it is read within the usual limit', async () => {
    reader = createDocumentReader();
    const bytes = Buffer.from('A line of a long document stands here.\n\n'.repeat(125_000));
    expect((await reader.read(bytes, { name: 'a.txt' })).blocks).toHaveLength(125_000);
  });
});

/** The most that a child of this process has held, in megabytes; 0 where there is no /proc. */
function watchChildren(): () => number {
  let peak = 0;
  const parent = new RegExp(`^PPid:\\s*${process.pid}$`, 'm');
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const held = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1e3;
        if (parent.test(status)) peak = Math.max(peak, held);
      } catch {
        // It has ended.
      }
  };
  const timer = process.platform === 'linux' ? setInterval(look, 10) : undefined;
  onTestFinished(() => clearInterval(timer));
  return () => peak;
}

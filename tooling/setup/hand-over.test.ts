import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
  writeFileSync(
    join(folder, 'program.mjs'),
    `process.on('SIGTERM', () => { console.log('stopped cleanly'); process.exit(0); });
     setTimeout(() => process.exit(1), 10_000);
     console.log('up');`,
  );
  const handOver = fileURLToPath(new URL('hand-over.mjs', import.meta.url));
  writeFileSync(
    join(folder, 'start.mjs'),
    `import { handOver } from '${handOver}'; handOver(process.execPath, ['${join(folder, 'program.mjs')}']);`,
  );
  writeFileSync(join(folder, 'package.json'), '{ "scripts": { "start": "node start.mjs" } }');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a command prints that is sent SIGTERM when the program it starts is up, until nothing of it is left. */
function printedUntilGone(command: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    child.stdout.on('data', (data) => {
      printed += data;
      if (String(data).includes('up')) child.kill('SIGTERM');
    });
    // Closed when the last process that may write there is gone.
    child.once('close', () => resolve(printed));
  });
}

describe('a program that was handed over to', () => {
  it('given SIGTERM to the script, then it stops cleanly', async () => {
    expect(await printedUntilGone(process.execPath, ['start.mjs'])).toContain('stopped cleanly');
  });

  it('given SIGTERM to npm, then it stops cleanly too', async () => {
    expect(await printedUntilGone('npm', ['start'])).toContain('stopped cleanly');
  });
});

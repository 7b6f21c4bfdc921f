import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogs } from './logs.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'logs-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Lines of a stream, once there are as many as that. */
async function lines(stream: string, count: number): Promise<Record<string, unknown>[]> {
  for (const end = Date.now() + 5_000; ;) {
    const file = readdirSync(dir).find((name) => name.startsWith(`${stream}.`));
    const found = file ? readFileSync(join(dir, file), 'utf8').split('\n').filter(Boolean) : [];
    if (found.length >= count) return found.map((line) => JSON.parse(line) as Record<string, unknown>);
    if (Date.now() > end) throw new Error(`${stream}: ${found.length} lines`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const SENTINEL = 'sentinel-7f3a';

describe('logs', () => {
  it('given secrets at any depth and in any spelling, then none is written', async () => {
    const logs = await createLogs({ dir, level: 'info' });
    const nested = (depth: number): object =>
      depth === 0 ? { clientSecret: SENTINEL, note: 'kept' } : { inner: [nested(depth - 1)] };
    const error = Object.assign(new Error(`GET https://user:${SENTINEL}@host/ failed`), {
      config: { headers: { Authorization: `Bearer ${SENTINEL}` } },
    });
    const log = logs.stream('integration');
    for (const key of [
      'password',
      'PASSWORD',
      'api-key',
      'x-api-key',
      'API_KEY',
      'refresh_token',
      'Set-Cookie',
      'secretKey',
    ])
      log.info({ [key]: SENTINEL });
    log.info({ deep: nested(5) });
    log.info({ text: `curl -H "Authorization: Bearer ${SENTINEL}" mongodb://admin:${SENTINEL}@db/` });
    log.error({ err: error });
    const written = JSON.stringify(await lines('integration', 11));
    logs.close();
    expect(written).not.toContain(SENTINEL);
    expect(written).toContain('kept');
    expect(written).toContain('host/ failed');
  });

  it('given names that only look like secrets, then they are kept', async () => {
    const logs = await createLogs({ dir, level: 'info' });
    logs.stream('llm_integration').info({ tokens: 12, tokenCount: 3, cookies: true, id: 'x', at: new Date(0) });
    const [line] = await lines('llm_integration', 1);
    logs.close();
    expect(line).toMatchObject({ tokens: 12, tokenCount: 3, cookies: true, at: '1970-01-01T00:00:00.000Z' });
  });

  it('given an error of any stream, then it stands in “errors” too', async () => {
    const logs = await createLogs({ dir, level: 'info' });
    logs.stream('crm_integration').error({ code: 'refused' }, 'the CRM refused');
    logs.stream('crm_integration').info('all is well');
    const errors = await lines('errors', 1);
    expect(errors).toEqual([expect.objectContaining({ stream: 'crm_integration', msg: 'the CRM refused' })]);
    expect(await lines('crm_integration', 2)).toHaveLength(2);
    logs.close();
  });

  it('given a folder that cannot be written, then the server goes on', async () => {
    const file = join(dir, 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const logs = await createLogs({ dir: file, level: 'info' });
    expect(() => logs.stream('api').info('hello')).not.toThrow();
    logs.close();
  });
});

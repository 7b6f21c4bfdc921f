import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMIN, createApi, type Api } from './api.ts';
import { createServer } from '../../src/create-server.ts';
import { parseConfig } from '../../src/platform/config/config.ts';

export interface TestServer extends Api {
  folder: string;
  /** Process of the embedded engine. */
  enginePid(): number | undefined;
  stop(): Promise<void>;
}

/** The whole server on its own folder and embedded engine, as `npm start` makes it. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'scenarium-test-'));
  const facts = fileURLToPath(new URL('../../../.cache/engine.json', import.meta.url));
  const engine = join(folder, 'engine.json');
  writeFileSync(engine, existsSync(facts) ? readFileSync(facts) : '{}');
  const config = parseConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    LOGS_DIR: join(folder, 'logs'),
    ENGINE_FILE: engine,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ...env,
  });
  const server = await createServer(config, () => undefined);
  return {
    ...createApi(server.url),
    folder,
    enginePid: server.enginePid,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

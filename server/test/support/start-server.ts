import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from '../../src/create-server.ts';
import { parseConfig } from '../../src/platform/config/config.ts';

export const ADMIN = { email: 'admin@example.com', password: 'test-password' };

export interface TestServer {
  url: string;
  folder: string;
  /** One call of the API; the token is sent where it is given. */
  call(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Answer; headers: Headers }>;
  signIn(): Promise<string>;
  stop(): Promise<void>;
}

// Answers are looked into field by field; each test says what it expects there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any;

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
  const { url } = server;
  const call: TestServer['call'] = async (method, path, { token, body, headers = {} } = {}) => {
    const response = await fetch(`${url}${path.startsWith('/') ? '' : '/api/v1/'}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? (JSON.parse(text) as Answer) : text,
    };
  };
  return {
    url,
    folder,
    call,
    async signIn() {
      return ((await call('POST', 'auth/login', { body: ADMIN })).body as { access_token: string }).access_token;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

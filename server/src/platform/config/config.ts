import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from '../errors/start-error.ts';
import { StdioServers, withEnvironment } from './stdio-servers.ts';

const Flag = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');
const List = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** Origins as they stand in headers: nothing but scheme, host and port. */
const Origins = List.pipe(
  z.array(z.string().regex(/^https?:\/\/[\w.-]+(:\d{1,5})?$/, 'must be origins: https://example.org')),
);

/** Every setting by the name of its environment variable. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  LOGS_DIR: z.string().default('./logs'),
  MODELS_DIR: z.string().optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ADMIN_EMAIL: z.email().default('admin@example.com'),
  ADMIN_PASSWORD: z.string().min(8).optional(),
  SECRET_KEY: z
    .string()
    .min(32, { abort: true, error: 'must have at least 32 characters; make some: openssl rand -base64 48' })
    .refine((key) => !isPlaceholder(key), 'is an example, not a secret; make one: openssl rand -base64 48')
    .optional(),
  SECRET_KEY_PREVIOUS: z.string().min(32).optional(),
  QDRANT_URL: z.url({ protocol: /^https?$/, error: 'must be an address: http://localhost:6333' }).optional(),
  QDRANT_API_KEY: z.string().optional(),
  EGRESS_ALLOW: List.default([]),
  MCP_STDIO_SERVERS: StdioServers.default({}),
  CORS_ORIGINS: List.default([]),
  EMBED_ORIGINS: Origins.default([]),
  TRUST_PROXY: Flag.default(false),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  DEMO: Flag.default(true),
  PLUGINS_DIR: z.string().optional(),
  PLUGINS_TRUSTED: List.default([]),
  PLUGINS_WATCH: Flag.optional(),
  PLUGIN_MEMORY_MB: z.coerce.number().int().min(128).max(65_536).default(256),
  NODE_ENV: z.string().default('development'),
  ENGINE_FILE: z.string().default('.cache/engine.json'),
});

/** Few different characters, or the words examples are made of: somebody else knows it too. */
function isPlaceholder(key: string): boolean {
  return new Set(key).size < 10 || /change|replace|example|secret[-_ ]?key|your[-_ ]|placeholder|password/i.test(key);
}

/** How the embedded engine is started here; `unavailable` says why it can't be and what to do. */
export interface EngineLaunch {
  loader?: string;
  libraryPath?: string;
  unavailable?: string;
}

export type Config = Readonly<ReturnType<typeof parseConfig>>;

/**
 * Settings from environment variables (`.env.example` describes them).
 * @throws StartError naming every wrong variable
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new StartError(`Correct these settings, .env.example describes them: ${wrong.join('; ')}.`);
  }
  const { DATA_DIR, LOGS_DIR, MODELS_DIR, ENGINE_FILE, PLUGINS_DIR, PLUGINS_WATCH, MCP_STDIO_SERVERS, ...rest } =
    parsed.data;
  if (rest.NODE_ENV === 'production' && rest.MONGODB_URI && !rest.SECRET_KEY) {
    throw new StartError(
      'SECRET_KEY is missing: with MONGODB_URI in production every server needs the same key; set one of at least 32 random characters.',
    );
  }
  const dataDir = resolve(DATA_DIR);
  return {
    ...rest,
    dataDir,
    logsDir: resolve(LOGS_DIR),
    modelsDir: resolve(MODELS_DIR ?? join(dataDir, 'models')),
    pluginsDir: resolve(PLUGINS_DIR ?? join(dataDir, 'plugins')),
    watchPlugins: PLUGINS_WATCH ?? rest.NODE_ENV !== 'production',
    engine: readEngine(resolve(ENGINE_FILE)),
    stdioServers: withEnvironment(MCP_STDIO_SERVERS, environment),
  };
}

function readEngine(file: string): EngineLaunch {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EngineLaunch) : {};
  } catch {
    throw new StartError(
      `The file ${file} cannot be read: remove it and start with "npm start", which makes it again.`,
    );
  }
}

import { parseConfig, type Config } from '../../platform/config/config.ts';
import { superviseEngine } from '../../platform/embedded-mongo/supervise.ts';
import { StartError } from '../../platform/errors/start-error.ts';
import { usableFolder } from '../../platform/files/usable-folder.ts';
import { connectMongo } from '../../platform/mongo/connect.ts';
import { createHttpClient } from '../../plugin-host/index.ts';
import { CliError } from '../cli-error.ts';

type Finding = { what: string; state: 'fine' | 'broken'; detail: string };

/** Looks at everything the server needs and says what is wrong; a broken part makes the command fail. */
export async function doctor(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const findings: Finding[] = [
    {
      what: 'Node.js',
      state: Number(process.versions.node.split('.')[0]) >= 24 ? 'fine' : 'broken',
      detail: process.versions.node,
    },
  ];
  const config = settings(env, findings);
  if (config) {
    findings.push(
      folder('Data folder', config.dataDir, 'DATA_DIR'),
      folder('Logs folder', config.logsDir, 'LOGS_DIR'),
      await server(config),
    );
    findings.push(await database(config));
    if (config.QDRANT_URL !== undefined) findings.push(await qdrant(config.QDRANT_URL, config.QDRANT_API_KEY));
  }
  for (const { what, state, detail } of findings)
    process.stdout.write(`${state === 'fine' ? 'ok  ' : 'FAIL'} ${what}: ${detail}\n`);
  if (findings.some(({ state }) => state === 'broken')) throw new CliError('Something is broken');
}

function settings(env: Readonly<Record<string, string | undefined>>, findings: Finding[]): Config | null {
  try {
    return parseConfig(env);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    findings.push({ what: 'Settings', state: 'broken', detail: error.message });
    return null;
  }
}

function folder(what: string, path: string, setting: 'DATA_DIR' | 'LOGS_DIR'): Finding {
  try {
    usableFolder(path, setting);
    return { what, state: 'fine', detail: path };
  } catch (error) {
    return { what, state: 'broken', detail: (error as Error).message };
  }
}

async function server({ PORT }: Config): Promise<Finding> {
  try {
    const response = await fetch(`http://127.0.0.1:${PORT}/ready`, { signal: AbortSignal.timeout(2_000) });
    return {
      what: 'Server',
      state: response.ok ? 'fine' : 'broken',
      detail: `port ${PORT} answers ${response.status}`,
    };
  } catch {
    return { what: 'Server', state: 'fine', detail: `not running on port ${PORT}` };
  }
}

async function qdrant(url: string, apiKey: string | undefined): Promise<Finding> {
  const what = 'Qdrant of QDRANT_URL';
  try {
    const { status } = await createHttpClient({ allow: [new URL(url).origin] }).request({
      method: 'GET',
      url: `${url.replace(/\/+$/, '')}/collections`,
      headers: apiKey === undefined ? {} : { 'api-key': apiKey },
      timeoutMs: 3_000,
    });
    if (status !== 200)
      return { what, state: 'broken', detail: `answers ${status}; check QDRANT_URL and QDRANT_API_KEY` };
    return { what, state: 'fine', detail: 'answers' };
  } catch (error) {
    return { what, state: 'broken', detail: (error as Error).message };
  }
}

async function database(config: Config): Promise<Finding> {
  if (config.MONGODB_URI) {
    const answers = await connectMongo(config.MONGODB_URI).then(
      async (mongo) => {
        const alive = await mongo.ping();
        await mongo.close();
        return alive;
      },
      () => false,
    );
    return {
      what: 'MongoDB of MONGODB_URI',
      state: answers ? 'fine' : 'broken',
      detail: answers ? 'answers' : 'does not answer; check the address',
    };
  }
  const what = 'Embedded MongoDB engine';
  const running = await fetch(`http://127.0.0.1:${config.PORT}/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => null,
  );
  if (running?.ok) return { what, state: 'fine', detail: 'used by the running server' };
  try {
    const engine = await superviseEngine({ dataDir: config.dataDir, launch: config.engine });
    await engine.stop();
    return { what, state: 'fine', detail: `starts on ${config.dataDir}` };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { what, state: 'broken', detail: error.message };
  }
}

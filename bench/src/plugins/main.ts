// Latency of turns while a plugin in its own process misbehaves, beside the latency without it in the same run.
// Last line: one JSON object: p99 in milliseconds by what the plugin does, and the worst of them as a multiple of the quiet one.
// node tooling/run.mjs bench/src/plugins/main.ts [--seconds 6] [--clients 8]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '../rig/engine.ts';
import { freePort } from '../rig/free-port.ts';
import { endProcess, startProcess } from '../rig/processes.ts';
import { ADMIN, post, publishAgent } from '../rig/publish-agent.ts';
import { load, type Request } from '../turns/load.ts';
import { threeTurns } from '../turns/scenario.ts';
import { misbehaving, WAYS } from './misbehaving.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '6' }, clients: { type: 'string', default: '8' } },
});
const seconds = Number(values.seconds);
const clients = Number(values.clients);
const EVERY_MS = 300;

const engine = await startEngine();
const dir = join(engine.folder, 'plugins');
mkdirSync(join(dir, 'misbehaving'), { recursive: true });
writeFileSync(join(dir, 'misbehaving/index.ts'), misbehaving);
const env = {
  MONGODB_URI: engine.uri,
  DATA_DIR: engine.folder,
  LOGS_DIR: `${engine.folder}/logs`,
  PLUGINS_DIR: dir,
  DEMO: 'false',
  ...ADMIN,
};
const server = await startProcess('server/src/main.ts', await freePort(), env);
try {
  const agent = await publishAgent(server.url, threeTurns);
  const { access_token: token } = await post<{ access_token: string }>(server.url, '/auth/login', {
    email: ADMIN.ADMIN_EMAIL,
    password: ADMIN.ADMIN_PASSWORD,
  });
  const talks = await Promise.all(Array.from({ length: clients }, () => open(agent)));
  await p99(talks);
  const quiet: number[] = [];
  const beside: Record<string, number> = {};
  for (const way of WAYS) {
    quiet.push(await p99(talks));
    let over = false;
    const calls = (async () => {
      while (!over) {
        void post(server.url, '/actions/try', { action: 'misbehaving.run', input: { way } }, token).catch(
          () => undefined,
        );
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    })();
    beside[way] = await p99(talks);
    over = true;
    await calls;
  }
  const usual = quiet.sort((a, b) => a - b)[Math.floor(quiet.length / 2)] ?? 0;
  const worst = Math.round((Math.max(...Object.values(beside)) / usual) * 100) / 100;
  process.stdout.write(`${JSON.stringify({ quietP99: usual, p99: beside, worst })}\n`);
} finally {
  await endProcess(server, 'SIGTERM');
  await engine.stop();
}

interface Talk {
  id: string;
  token: string;
  said: number;
}

async function open(agent: string): Promise<Talk> {
  const { conversation, token } = await post<{ conversation: { id: string }; token: string }>(
    server.url,
    '/conversations',
    { agent },
  );
  return { id: conversation.id, token, said: 0 };
}

async function p99(talks: Talk[]): Promise<number> {
  const next = (client: number): Request => {
    const talk = talks[client] as Talk;
    talk.said += 1;
    return {
      path: `/api/v1/conversations/${talk.id}/messages`,
      headers: { authorization: `Bearer ${talk.token}` },
      body: { id: `m${talk.said}`, text: '42', wait: 20_000 },
      check: () => true,
    };
  };
  return (await load(server.url, { clients, seconds, next })).p99;
}

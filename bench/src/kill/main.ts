// Kills servers every 2 s and the database engine now and then while people talk, then asks those people what they saw.
// node tooling/run.mjs bench/src/kill/main.ts [--seconds 60] [--conversations 200] [--processes 3] [--messages 20] [--engine-every 10]
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { startEngine } from '../rig/engine.ts';
import { freePort } from '../rig/free-port.ts';
import { endProcess, startProcess, type StartedProcess } from '../rig/processes.ts';
import { ADMIN, publishAgent } from '../rig/publish-agent.ts';
import { check } from './check.ts';
import { talk } from './client.ts';
import { counting } from './scenario.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    conversations: { type: 'string', default: '200' },
    processes: { type: 'string', default: '3' },
    messages: { type: 'string', default: '20' },
    'engine-every': { type: 'string', default: '10' },
    mutant: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const conversations = Number(values.conversations);
const messages = Number(values.messages);
const KILL_MS = 2_000;
const PATIENCE_MS = 45_000;

/** Text → idempotency keys it reached the outside with. */
const effects = new Map<string, Set<string>>();
const outside = createServer((request, response) => {
  let body = '';
  request.on('data', (data) => (body += data));
  request.on('end', () => {
    const { text } = JSON.parse(body) as { text: string };
    effects.set(text, (effects.get(text) ?? new Set()).add(String(request.headers['idempotency-key'])));
    setTimeout(() => response.end('{}'), Math.random() * 60);
  });
});
const outsidePort = await freePort();
outside.listen(outsidePort, '127.0.0.1');

const engine = await startEngine();
const env = {
  MONGODB_URI: engine.uri,
  DATA_DIR: engine.folder,
  LOGS_DIR: `${engine.folder}/logs`,
  LOG_LEVEL: 'error',
  DEMO: 'false',
  SECRET_KEY: randomBytes(32).toString('base64'),
  EGRESS_ALLOW: `127.0.0.1:${outsidePort}`,
  ...ADMIN,
  ...(values.mutant !== undefined && { MUTANT: values.mutant }),
};
const flags = values.mutant === undefined ? [] : ['--import', './server/test/mutants/register.ts'];
const ports = await Promise.all(Array.from({ length: Number(values.processes) }, freePort));
const first = await startProcess('server/src/main.ts', ports[0] as number, env, flags);
const agent = await publishAgent(first.url, counting, { url: `http://127.0.0.1:${outsidePort}/` });
const servers: StartedProcess[] = [
  first,
  ...(await Promise.all(ports.slice(1).map((port) => startProcess('server/src/main.ts', port, env, flags)))),
];
const addresses = servers.map(({ url }) => url);

let kills = 0;
let killing = true;
const killer = kill();
const engineKiller = setInterval(
  () => {
    const pid = engine.pid();
    if (!killing || pid === undefined || Number(values['engine-every']) === 0) return;
    kills += 1;
    process.kill(pid, 'SIGKILL');
  },
  Number(values['engine-every']) * 1_000 || 1_000_000_000,
);
const paceMs = (seconds * 1_000) / messages;
const talks = Array.from({ length: conversations }, (_, i) =>
  talk({ name: `c${i}`, servers: addresses, agent, messages, paceMs, sockets: i % 2 === 1, patienceMs: PATIENCE_MS }),
);
setTimeout(() => (killing = false), seconds * 1_000);
const records = await Promise.all(talks);
killing = false;
clearInterval(engineKiller);
await killer;
const acknowledged = records.reduce((total, record) => total + record.acknowledged.length, 0);
const verdict = check(records, effects);
await Promise.all(servers.map((server) => endProcess(server, 'SIGKILL')));
await engine.stop();
outside.close();
process.stdout.write(`${JSON.stringify({ conversations, messages: acknowledged, kills, ...verdict })}\n`);
process.exit(Object.values(verdict).every((count) => count === 0) ? 0 : 1);

async function kill(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, KILL_MS));
    if (!killing) return;
    const at = Math.floor(Math.random() * servers.length);
    const victim = servers[at] as StartedProcess;
    await endProcess(victim, 'SIGKILL');
    kills += 1;
    servers[at] = await revive(victim.port);
  }
}

/** Starts a server again; while the engine is away that may take several attempts. */
async function revive(port: number): Promise<StartedProcess> {
  for (;;) {
    try {
      return await startProcess('server/src/main.ts', port, env, flags);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

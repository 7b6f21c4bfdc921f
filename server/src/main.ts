import { config as loadEnvironment } from 'dotenv';
import { createServer, type RunningServer } from './create-server.ts';
import { parseConfig } from './platform/config/config.ts';
import { StartError } from './platform/errors/start-error.ts';

loadEnvironment({ quiet: true });

// A library of models would send every prompt to its makers' service where one of these is set: prompts leave by connections alone.
for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'])
  delete process.env[name];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

// From the beginning: a server that is told to stop while it starts finishes that and stops cleanly.
const toldToStop = new Promise<unknown>((resolve) => process.on('SIGINT', resolve).on('SIGTERM', resolve));

try {
  const server = await createServer(parseConfig(process.env), (line) => print(`  ${line}`));
  introduce(server);
  await toldToStop;
  print('\nStopping…');
  await server.stop();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}

function introduce({ url, database, firstAdmin }: RunningServer): void {
  print(`\nScenarium is ready: ${url}`);
  print(`  Studio: ${url}/studio/`);
  print(`  API docs: ${url}/docs`);
  print(`  Data: ${database}`);
  if (!firstAdmin) return;
  const { email, generated } = firstAdmin;
  print(
    `  Administrator: ${email}${generated ? `  password: ${generated}  (shown only now)` : '  (password as set in ADMIN_PASSWORD)'}`,
  );
}

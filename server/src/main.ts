import { config as loadEnvironment } from 'dotenv';
import { createServer, type RunningServer } from './create-server.ts';
import { parseConfig } from './platform/config/config.ts';
import { StartError } from './platform/errors/start-error.ts';

loadEnvironment({ quiet: true });

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
  print(`  API docs: ${url}/docs`);
  print(`  Data: ${database}`);
  if (!firstAdmin) return;
  const { email, generated } = firstAdmin;
  print(
    `  Administrator: ${email}${generated ? `  password: ${generated}  (shown only now)` : '  (password as set in ADMIN_PASSWORD)'}`,
  );
}

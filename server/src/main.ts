import { config as loadEnvironment } from 'dotenv';
import { createServer } from './create-server.ts';
import { parseConfig } from './platform/config/config.ts';
import { StartError } from './platform/errors/start-error.ts';

loadEnvironment({ quiet: true });

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const server = await createServer(parseConfig(process.env), (line) => print(`  ${line}`));
  print(`\nScenarium is ready: ${server.url}`);
  print(`  API docs: ${server.url}/docs`);
  print(`  Data: ${server.database}`);
  if (server.firstAdmin) {
    const { email, generated } = server.firstAdmin;
    print(
      `  Administrator: ${email}${generated ? `  password: ${generated}  (shown only now)` : '  (password as set in ADMIN_PASSWORD)'}`,
    );
  }
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    print('\nStopping…');
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof StartError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}

// A host that exits in the middle of a call: its arguments are the program and the file for the program's id.
import { existsSync } from 'node:fs';
import { fakeContext } from '@scenarium/sdk/testing';
import { createMcpServer } from './server.ts';

const [program = '', pidFile = ''] = process.argv.slice(2);
const stubborn = { command: process.execPath, args: [program, 'stubborn', `pid=${pidFile}`], env: {} };
const server = createMcpServer({ stdioServers: { stubborn } });
const config = server.definition.config?.parse({ transport: 'stdio', server: 'stubborn' });
server.actions['call-tool']?.({ tool: 'hang', arguments: {} } as never, fakeContext(config) as never).catch(
  () => undefined,
);
setInterval(() => existsSync(pidFile) && process.exit(0), 20);

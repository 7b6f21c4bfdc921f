// A real MCP server as a program: tests start it as a child process. With `pid=…` it writes its id into that file; with `stubborn` it stays
// when its input ends and when it is asked to leave; with `chatty` it greets before it speaks the protocol; with `garbage` it speaks none;
// with `flood` it writes one endless line.
import { writeFileSync } from 'node:fs';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { mcpServerWithTools } from './tools.fixture.ts';

const how = new Set(process.argv.slice(2));
const pidFile = process.argv.find((argument) => argument.startsWith('pid='))?.slice('pid='.length);

if (how.has('stubborn')) {
  process.on('SIGTERM', () => undefined);
  process.stdout.on('error', () => undefined);
  setTimeout(() => process.exit(), 60_000);
}
if (pidFile !== undefined) writeFileSync(pidFile, String(process.pid));
if (how.has('chatty')) process.stdout.write('Orders server 1.0\nready\n');
if (how.has('garbage')) setInterval(() => process.stdout.write('what?\n'), 1);
else if (how.has('flood')) setInterval(() => process.stdout.write('x'.repeat(500_000)), 5);
else await mcpServerWithTools().connect(new StdioServerTransport());

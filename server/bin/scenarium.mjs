#!/usr/bin/env node
// Starts the command line with a Node.js that is new enough.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const server = join(dirname(fileURLToPath(import.meta.url)), '..');
const fetched = join(
  server,
  '..',
  '.cache',
  'runtime',
  'node_modules',
  `node-${process.platform}-${process.arch}`,
  'bin',
  'node',
);
const node = Number(process.versions.node.split('.')[0]) < 24 && existsSync(fetched) ? fetched : process.execPath;
spawn(node, [join(server, 'dist', 'cli', 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit' }).once(
  'exit',
  (code) => process.exit(code ?? 1),
);

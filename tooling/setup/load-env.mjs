import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Takes MONGODB_URI from `.env` where it stands there: set-up need not prepare the embedded engine then. */
export function loadMongoUri() {
  const file = join(root, '.env');
  if (process.env.MONGODB_URI || !existsSync(file)) return;
  const line = /^\s*MONGODB_URI\s*=\s*["']?([^"'\s#]+)/m.exec(readFileSync(file, 'utf8'));
  if (line) process.env.MONGODB_URI = line[1];
}

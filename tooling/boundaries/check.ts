// The gate's boundary check: prints every import that the import table does not allow.
import { fileURLToPath } from 'node:url';
import { findViolations } from './find-violations.ts';

const violations = await findViolations(fileURLToPath(new URL('../..', import.meta.url)));
for (const { rule, from, to } of violations) process.stderr.write(`${from} → ${to}\n  ${rule}\n`);
process.exitCode = violations.length > 0 ? 1 : 0;

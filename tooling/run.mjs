// Runs a TypeScript file of the project from its source, after set-up: node tooling/run.mjs <file> [arguments].
import { build } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { prepareEngine } from './setup/engine.mjs';
import { handOver } from './setup/hand-over.mjs';
import { loadMongoUri } from './setup/load-env.mjs';
import { nodeRuntime } from './setup/runtime.mjs';

loadMongoUri();
await installDependencies();
const node = await nodeRuntime();
await prepareEngine();
await build(node);
handOver(node, ['--conditions=scenarium-source', ...process.argv.slice(2)]);

// npm start: sets up whatever is missing, then starts the server.
import { build } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { prepareEngine } from './setup/engine.mjs';
import { handOver } from './setup/hand-over.mjs';
import { loadMongoUri } from './setup/load-env.mjs';
import { nodeRuntime } from './setup/runtime.mjs';

process.stdout.write('Scenarium\n');
loadMongoUri();
await installDependencies();
const node = await nodeRuntime();
await prepareEngine();
await build(node);
handOver(node, ['server/dist/main.js']);

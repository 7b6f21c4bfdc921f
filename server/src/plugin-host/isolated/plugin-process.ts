// The process of one plugin: gets calls of the host over the stream at descriptor 3. Started by `start-process.ts` with few rights.
import { Socket } from 'node:net';
import type { PluginHandlers } from '@scenarium/sdk';
import { describe } from './description.ts';
import { lendLibraries } from './lend-libraries.ts';
import { lockDown } from './lock-down.ts';
import { createPeer } from './peer.ts';
import { servedMethods } from './served-methods.ts';

const entry = process.argv[2] as string;
const socket = new Socket({ fd: 3 });
socket.on('close', () => process.exit(0));
lendLibraries(import.meta.url);
lockDown();

// What goes wrong beside a call is nobody's answer; the call it belonged to ends by its deadline.
process.on('unhandledRejection', (reason) => console.error(reason));
process.on('uncaughtException', (error) => console.error(error));

const loading = (import(entry) as Promise<{ server?: PluginHandlers }>).then(({ server }) => {
  if (!server?.definition) throw Object.assign(new Error('it exports no “server”'), { code: 'plugin_invalid' });
  return server;
});
loading.catch(() => undefined);
const peer = createPeer(socket, {
  methods: {
    describe: async () => describe(await loading),
    alive: async () => true,
    ...servedMethods(loading, () => peer),
  },
  broken: () => process.exit(1),
  // How many answers come depends on how many calls were made: the host counts those.
  mostPerSecond: Number.POSITIVE_INFINITY,
});

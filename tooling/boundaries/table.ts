// The import table of docs/architecture.md as data. Imports go down, never sideways. Patterns are regular expressions of paths
// from the repository's folder; `*` stands for one name.

/** Package → packages of ours that it may import. Every package is named here. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'scenarios/language': [],
  'scenarios/engine': ['scenarios/language'],
  'scenarios/templates': ['scenarios/language'],
  'plugins/sdk': ['scenarios/language'],
  'plugins/*': ['plugins/sdk'],
  server: ['scenarios/language', 'scenarios/engine', 'scenarios/templates', 'plugins/sdk', 'plugins/*'],
  widget: [],
  studio: ['scenarios/language', 'scenarios/engine', 'plugins/sdk'],
  bench: ['scenarios/language', 'scenarios/engine', 'server'],
  tooling: [],
};

/** Room of `server/src` → rooms that it may import. The files beside the rooms (`main.ts`) put everything together. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  runtime: ['platform'],
  'plugin-host': ['platform'],
  features: ['runtime', 'plugin-host', 'platform'],
  cli: ['plugin-host', 'platform'],
};

/** Part of a feature → parts of a feature that it may not import: `routes → operations → model`. */
export const FEATURE_PARTS: Readonly<Record<string, readonly string[]>> = {
  'model.ts': ['operations/', 'routes.ts', 'sockets.ts'],
  'operations/': ['routes.ts', 'sockets.ts'],
};

/** The one place where plugins are imported. */
export const PLUGINS_DOOR = 'server/src/plugin-host/installed';

/** Where HTTP stops: nothing here imports a library of HTTP servers or sockets. */
export const WITHOUT_HTTP: readonly string[] = [
  'server/src/runtime',
  'server/src/plugin-host',
  'server/src/features/*/operations',
  'server/src/features/*/model.ts',
];

/** Libraries of HTTP servers and sockets. */
export const HTTP_LIBRARIES: readonly string[] = ['express', 'socket.io'];

/** Packages that import no module of Node.js: a browser can load them. */
export const PURE: readonly string[] = ['scenarios/language', 'scenarios/engine'];

/** What leads outside without the guarded HTTP client: no plugin imports it. */
export const WAYS_OUTSIDE: readonly string[] = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'child_process',
  'undici',
];

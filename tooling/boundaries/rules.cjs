// The import table of docs/architecture.md, for dependency-cruiser. Imports go down, never sideways.
const inside = (folder) => `^${folder}/`;

/** Package → packages of ours that it may import. */
const PACKAGES = {
  'scenarios/language': [],
  'scenarios/engine': ['scenarios/language'],
  'plugins/sdk': ['scenarios/language'],
  'plugins/(?!sdk)[^/]+': ['plugins/sdk', 'scenarios/language'],
  server: ['scenarios/language', 'scenarios/engine', 'plugins/sdk', 'plugins/[^/]+'],
  widget: [],
};

/** Room of the server → rooms it may not import. */
const ROOMS = {
  platform: ['runtime', 'features', 'plugin-host', 'cli'],
  runtime: ['features', 'plugin-host', 'cli'],
  'plugin-host': ['features', 'cli'],
  features: ['cli'],
};

const packageRules = Object.entries(PACKAGES).map(([from, allowed]) => ({
  name: `imports of ${from}`,
  severity: 'error',
  from: { path: inside(from) },
  to: { path: '^(scenarios|plugins|server|widget|bench)/', pathNot: [from, ...allowed].map(inside) },
}));

const roomRules = Object.entries(ROOMS).map(([from, refused]) => ({
  name: `imports of server/src/${from}`,
  severity: 'error',
  from: { path: inside(`server/src/${from}`) },
  to: { path: refused.map((room) => inside(`server/src/${room}`)) },
}));

module.exports = {
  forbidden: [
    ...packageRules,
    ...roomRules,
    {
      name: 'no plugin imports another',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/' },
      to: { path: '^plugins/', pathNot: ['^plugins/$1/', '^plugins/sdk/'] },
    },
    {
      name: 'plugins are installed in one place',
      severity: 'error',
      from: { path: inside('server/src'), pathNot: 'plugin-host/installed\\.ts$' },
      to: { path: '^plugins/(?!sdk/)' },
    },
    {
      name: 'a feature is entered by its door',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/' },
      to: {
        path: '^server/src/features/',
        pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'the runtime knows no HTTP',
      severity: 'error',
      from: { path: inside('server/src/runtime') },
      to: { path: 'node_modules/(express|socket\\.io)/' },
    },
    {
      name: 'pure packages import no Node.js module',
      severity: 'error',
      from: { path: '^scenarios/(language|engine)/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};

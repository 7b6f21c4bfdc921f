import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';
import {
  FEATURE_PARTS,
  HTTP_LIBRARIES,
  PACKAGES,
  PLUGINS_DOOR,
  PURE,
  ROOMS,
  WAYS_OUTSIDE,
  WITHOUT_HTTP,
} from './table.ts';

type From = string | { path?: string; pathNot: string[] };
type To = { path?: string; pathNot?: string[] } & Omit<
  NonNullable<IRegularForbiddenRuleType['to']>,
  'path' | 'pathNot'
>;

const OURS = '^(scenarios|plugins|server|widget|studio|bench|tooling)/';
const TEST = '\\.test\\.ts$';
const FIXTURE = '\\.fixture\\.ts$';
const FOR_TESTS = [TEST, FIXTURE, '^(server|widget)/test/'];

/** The import table as rules of dependency-cruiser. Tests obey them as all code does, and may import fixtures. */
export const rules: IForbiddenRuleType[] = [
  ...Object.entries(PACKAGES).map(([name, allowed]) =>
    forbid(`${name} imports ${allowed.join(', ') || 'nothing of ours'}`, inside(name), {
      path: OURS,
      pathNot: [name.includes('*') ? '^plugins/$1/' : inside(name), ...allowed.map(inside)],
    }),
  ),
  ...Object.entries(ROOMS).map(([name, allowed]) =>
    forbid(`server/src/${name} imports ${allowed.join(', ') || 'no other room'}`, inside(`server/src/${name}`), {
      path: '^server/src/',
      pathNot: [name, ...allowed].map((room) => inside(`server/src/${room}`)),
    }),
  ),
  ...Object.entries(FEATURE_PARTS).map(([part, refused]) =>
    forbid(`${part} of a feature imports no ${refused.join(', ')}`, `^server/src/features/[^/]+/${literal(part)}`, {
      path: `^server/src/features/[^/]+/(${any(refused)})`,
    }),
  ),
  forbid('a feature is entered by its index.ts', '^server/src/features/([^/]+)/', {
    path: '^server/src/features/',
    pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'],
  }),
  forbid(
    'plugins are imported in one place',
    { path: '^server/', pathNot: [literal(PLUGINS_DOOR)] },
    { path: inside('plugins/*') },
  ),
  forbid('HTTP stops at the routes', places(WITHOUT_HTTP), { path: `node_modules/(${any(HTTP_LIBRARIES)})/` }),
  forbid(
    'pure packages import no module of Node.js',
    { path: places(PURE), pathNot: FOR_TESTS },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'plugins go outside by the guarded HTTP client alone',
    { path: inside('plugins/*'), pathNot: FOR_TESTS },
    { path: `^(node:)?(${any(WAYS_OUTSIDE)})$|node_modules/(${any(WAYS_OUTSIDE)})/` },
  ),
  // Types alone may go round: nothing is loaded for them.
  forbid('no circles', { pathNot: [] }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  // What is not found is not checked by the rules above.
  forbid('every import is found', { pathNot: [] }, { couldNotResolve: true }),
  {
    name: 'fixtures are for tests',
    severity: 'error',
    from: { pathNot: FOR_TESTS },
    to: { path: FIXTURE },
  },
];

function forbid(name: string, from: From, { pathNot = [], ...to }: To): IForbiddenRuleType {
  return {
    name,
    severity: 'error',
    from: typeof from === 'string' ? { path: from } : from,
    to: { ...to, pathNot: [...pathNot, FIXTURE] },
  };
}

function inside(folder: string): string {
  return `^${folder === 'plugins/*' ? 'plugins/(?!sdk/)([^/]+)' : folder}/`;
}

function places(list: readonly string[]): string {
  return list.map((place) => `^${literal(place).replaceAll('*', '[^/]+')}`).join('|');
}

function any(list: readonly string[]): string {
  return list.map(literal).join('|');
}

function literal(text: string): string {
  return text.replaceAll('.', '\\.');
}

import type { Role } from './model.ts';

const VIEWER = [
  ...['organisation:read', 'agents:read', 'scenarios:read', 'conversations:read', 'knowledge:read'],
  'channels:read',
];
const OPERATOR = [...VIEWER, 'conversations:write'];
const EDITOR = [
  ...OPERATOR,
  'agents:write',
  'agents:run',
  'scenarios:write',
  'scenarios:publish',
  'events:publish',
  'knowledge:write',
  'connections:read',
  'models:query',
];

/** What each role may do. */
const PERMISSIONS: Record<Role, ReadonlySet<string>> = {
  viewer: new Set(VIEWER),
  operator: new Set(OPERATOR),
  editor: new Set(EDITOR),
  admin: new Set([
    ...EDITOR,
    'users:read',
    'users:write',
    'jobs:read',
    'connections:write',
    'channels:write',
    'models:write',
  ]),
};

/** Everything that somebody with these roles may do. */
export function permissionsOf(roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap((role) => [...PERMISSIONS[role]]))].sort();
}

/** May somebody with these roles do this? */
export function isAllowed(roles: readonly string[], permission: string): boolean {
  return roles.some((role) => PERMISSIONS[role as Role]?.has(permission) === true);
}

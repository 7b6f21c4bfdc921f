import { session } from './session.ts';

/** May the one who is signed in do this? Only for what is shown: the server decides. */
export function useCan(permission: string): boolean {
  const now = session.use();
  return 'who' in now && now.who.permissions.includes(permission);
}

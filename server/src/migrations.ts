import type { Migration } from './platform/mongo/migrate.ts';

/** What released versions changed in the stored data, oldest first. The first release has nothing to change. */
export const migrations: readonly Migration[] = [];

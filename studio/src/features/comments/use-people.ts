import { useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { namesApart, type Person } from './mentions.ts';

const NOBODY: readonly Person[] = [];

/** Ids of those who can be mentioned, and of those who are already, by names that are all different. */
export function usePeople(mentioned = NOBODY): ReadonlyMap<string, string> {
  const { data } = useRead('listMembers', {});
  return useMemo(() => namesApart([...(data?.members ?? NOBODY), ...mentioned]), [data, mentioned]);
}

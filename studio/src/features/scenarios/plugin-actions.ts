import type { Surroundings } from '@scenarium/language';
import { useMemo } from 'react';
import type { Answer } from '../../api/send.ts';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';

export type PluginAction = Answer<'listPlugins'>['plugins'][number]['actions'][number];

/** Every action that plugins offer; undefined while that is not known, or not for this user to know. */
export function usePluginActions(): readonly PluginAction[] | undefined {
  const { data } = useRead('listPlugins', {}, { enabled: useCan('connections:read') });
  return useMemo(() => data?.plugins.flatMap(({ actions }) => actions), [data]);
}

/** What lint has to know beside the document: the actions there are. */
export function surroundingsOf(actions: readonly PluginAction[] | undefined): Surroundings {
  if (!actions) return {};
  return { actions: Object.fromEntries(actions.map(({ name, ...entry }) => [name, entry])) } as Surroundings;
}

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { isLive, useWatch } from '../../api/live.ts';
import type { Answer } from '../../api/send.ts';
import { topicOf, type Status } from './discussion.ts';

export type Thread = Answer<'listThreads'>['threads'][number];
export type Comment = Thread['comments'][number];

/** What changes when something is said. */
export const STALE = ['listThreads', 'countThreads'] as const;
const EVERY_MS = 15_000;

/** Threads of a step, or all of the scenario, page by page; told of what others say. */
export function useThreads(scenario: string, { status, step }: { status: Status; step: string | null }) {
  const client = useQueryClient();
  useWatch(topicOf(scenario), () => void client.invalidateQueries({ queryKey: ['listThreads', scenario] }));
  const isTold = isLive.use();
  return useInfiniteQuery({
    queryKey: ['listThreads', scenario, status, step],
    queryFn: ({ pageParam, signal }) => {
      const page = { ...(step !== null && { step }), ...(pageParam !== null && { before: pageParam }) };
      return call('listThreads', { params: { id: scenario }, query: { status, ...page } }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: isTold ? false : EVERY_MS,
  });
}

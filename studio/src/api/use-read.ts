import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import { isLive, useWatch } from './live.ts';
import type { Answer, Input, OperationName } from './send.ts';

export interface ReadOptions<N extends OperationName> {
  /** Asks again every so many milliseconds, while the page is looked at. */
  every?: number | false | ((known: Answer<N> | undefined) => number | false);
  enabled?: boolean;
  /** Asks again whenever this topic changed; `every` is then only for the time in which the server cannot tell. */
  live?: string;
}

/** What the API answers to a reading call: kept, shared, and given up when nobody looks any more. */
export function useRead<N extends OperationName>(
  name: N,
  input: Input<N>,
  { every = false, enabled = true, live }: ReadOptions<N> = {},
): UseQueryResult<Answer<N>> {
  const client = useQueryClient();
  const isTold = isLive.use() && live !== undefined;
  useWatch(
    enabled && live !== undefined ? live : null,
    () => void client.invalidateQueries({ queryKey: [name, input] }),
  );
  return useQuery<Answer<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, signal),
    enabled,
    refetchInterval: isTold ? false : typeof every === 'function' ? (query) => every(query.state.data) : every,
  });
}

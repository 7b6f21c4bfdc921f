import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';
import type { Answer, Input, OperationName } from './send.ts';

export interface ReadOptions<N extends OperationName> {
  /** Asks again every so many milliseconds, while the page is looked at. */
  every?: number | false | ((known: Answer<N> | undefined) => number | false);
  enabled?: boolean;
}

/** What the API answers to a reading call: kept, shared, and given up when nobody looks any more. */
export function useRead<N extends OperationName>(
  name: N,
  input: Input<N>,
  { every = false, enabled = true }: ReadOptions<N> = {},
): UseQueryResult<Answer<N>> {
  return useQuery<Answer<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, signal),
    enabled,
    refetchInterval: typeof every === 'function' ? (query) => every(query.state.data) : every,
  });
}

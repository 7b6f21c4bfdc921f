import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call } from './call.ts';
import type { Answer, Input, OperationName } from './send.ts';

/** A call that changes something; what it makes stale is read again. Failures are the caller's to show, or told by `ProblemNotice`. */
export function useWrite<N extends OperationName>(
  name: N,
  stale: readonly OperationName[] = [],
): UseMutationResult<Answer<N>, Error, Input<N>> {
  const client = useQueryClient();
  return useMutation<Answer<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: () => Promise.all(stale.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

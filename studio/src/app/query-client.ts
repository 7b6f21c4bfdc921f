import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, AWAY } from '../api/api-problem.ts';
import { serverAway } from '../api/server-state.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A server that is away is asked again by the banner; what it refused it refuses again.
      retry: (failures, error) => failures < 1 && error instanceof ApiProblem && error.code === AWAY,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const PROBE_MS = 3_000;

/** Asks the server whether it is back; then everything on the page is read again. */
export async function probe(): Promise<boolean> {
  const ready = await fetch('/ready').then(
    ({ ok }) => ok,
    () => false,
  );
  if (ready && serverAway.get()) {
    serverAway.set(false);
    await queryClient.invalidateQueries();
  }
  return ready;
}

setInterval(() => {
  if (serverAway.get()) void probe();
}, PROBE_MS);

import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';

/** Names the user of an id, as far as one may know. */
export function useAuthor(): (id: string) => string {
  const { data } = useRead('listUsers', {}, { enabled: useCan('users:read') });
  return (id) => data?.users.find((user) => user.id === id)?.name ?? '—';
}

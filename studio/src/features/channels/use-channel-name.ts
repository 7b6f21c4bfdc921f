import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';

/** What people call a channel; its id where nobody named it, as `web`. */
export function useChannelName(): (id: string) => string {
  const { data } = useRead('listChannels', { query: {} }, { enabled: useCan('channels:read') });
  const names = new Map(data?.channels.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

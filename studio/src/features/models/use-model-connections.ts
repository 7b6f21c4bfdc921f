import { useRead } from '../../api/use-read.ts';

/** Names of the connections that offer models; undefined while they are not known. */
export function useModelConnections(enabled = true): string[] | undefined {
  const { data: plugins } = useRead('listPlugins', {}, { enabled });
  const { data: connections } = useRead('listConnections', {}, { enabled });
  if (!plugins || !connections) return undefined;
  const offering = new Set(plugins.plugins.filter(({ models }) => models.length > 0).map(({ id }) => id));
  return connections.connections.filter(({ plugin }) => offering.has(plugin)).map(({ name }) => name);
}

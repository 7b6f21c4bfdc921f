import { createQdrantVectors } from './features/knowledge/index.ts';
import type { Config } from './platform/config/config.ts';
import { createHttpClient } from './plugin-host/index.ts';

/** Where vectors are kept: in the Qdrant that the settings name; otherwise in memory. */
export function vectorsOf({ QDRANT_URL: url, QDRANT_API_KEY: apiKey }: Config) {
  if (url === undefined) return undefined;
  // Its own client: what the operator opens here for vectors stays closed to scenarios.
  return createQdrantVectors({ url, apiKey, http: createHttpClient({ allow: [new URL(url).origin] }) });
}

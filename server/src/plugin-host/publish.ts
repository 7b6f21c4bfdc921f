import type { Log, PluginEvent, PluginHandlers } from '@scenarium/sdk';
import type { ConnectionSource } from './connections.ts';
import type { Use } from './create-plugin-host.ts';
import type { Serving } from './service-context.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface PublisherOptions {
  plugins(): Iterable<PluginHandlers>;
  connections: ConnectionSource;
  log: Log;
  use(of: Use, work: (plugin: PluginHandlers, serving: Serving) => Promise<unknown>): Promise<unknown>;
}

/** Events told and not heard yet. What comes beyond is dropped, and that is logged: plugins never hold the platform up. */
const MOST_WAITING = 1_000;
const HEARING_MS = 30_000;

/** Tells plugins of events they asked for, for each of the organisation's connections. Nothing waits for them. */
export function createPublisher({ plugins, connections, log, use }: PublisherOptions): (event: PluginEvent) => void {
  let waiting = 0;

  async function tell(
    { definition: { id: plugin, config }, onEvent }: PluginHandlers,
    event: PluginEvent,
  ): Promise<void> {
    const { tenant, name } = event;
    const names = config ? (await connections.find({ tenant, plugin })).map((one) => one.name) : [undefined];
    await Promise.all(
      names.map((connection) =>
        use({ tenant, plugin, connection, signal: AbortSignal.timeout(HEARING_MS) }, async (_, { context }) =>
          onEvent?.(event, context as never),
        ).catch((error: unknown) =>
          log.error(
            { plugin, tenant, connection, event: name, message: withoutSecrets(String(error)) },
            'event failed',
          ),
        ),
      ),
    );
  }

  return (event) => {
    for (const plugin of plugins()) {
      const { id, events = [] } = plugin.definition;
      if (!plugin.onEvent || !events.some((wanted) => fits(wanted, event.name))) continue;
      if (waiting >= MOST_WAITING) {
        log.error({ plugin: id, event: event.name }, 'event dropped');
        continue;
      }
      waiting += 1;
      tell(plugin, event)
        .catch((error: unknown) => log.error({ plugin: id, message: withoutSecrets(String(error)) }, 'event failed'))
        .finally(() => (waiting -= 1));
    }
  };
}

/** `ticket.*` stands for `ticket.opened` and any other. */
function fits(wanted: string, name: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : wanted === name;
}

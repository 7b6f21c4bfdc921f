import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { PluginCall } from './plugin-host/index.ts';

export interface Metrics {
  register: Registry;
  /** Notes a call of a plugin. */
  observePluginCall(call: PluginCall): void;
}

/** What the server tells of itself at `/metrics`; `busy`: conversations it looks after now. */
export function createMetrics({ busy }: { busy(): number }): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  new Gauge({
    name: 'scenarium_conversations_busy',
    help: 'Conversations being looked after by this process',
    registers,
    collect() {
      this.set(busy());
    },
  });
  const calls = new Counter({
    name: 'scenarium_plugin_calls_total',
    help: 'Calls of plugins by what became of them: ok or failed',
    labelNames: ['plugin', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'scenarium_plugin_call_seconds',
    help: 'How long calls of plugins took',
    labelNames: ['plugin'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60],
    registers,
  });
  return {
    register,
    observePluginCall({ plugin, ms, error }) {
      calls.inc({ plugin, outcome: error === undefined ? 'ok' : 'failed' });
      seconds.observe({ plugin }, ms / 1_000);
    },
  };
}

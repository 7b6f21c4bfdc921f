import { Counter, Histogram, type Registry } from 'prom-client';
import type { PluginCall } from './plugin-host/index.ts';

/** Metrics of what plugins do; the answer notes a call. */
export function pluginMetrics(register: Registry): (call: PluginCall) => void {
  const registers = [register];
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
  return ({ plugin, ms, error }) => {
    calls.inc({ plugin, outcome: error === undefined ? 'ok' : 'failed' });
    seconds.observe({ plugin }, ms / 1_000);
  };
}

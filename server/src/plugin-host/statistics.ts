/** How a plugin has done since the server started. Times in milliseconds over the latest calls. */
export interface PluginState {
  plugin: string;
  calls: number;
  failures: number;
  lastError: { code: string; at: string } | null;
  p50: number;
  p99: number;
}

const LATEST = 200;

/** A call of a plugin that is over. `error`: the code it failed with. */
export interface PluginCall {
  plugin: string;
  /** Milliseconds. */
  ms: number;
  error?: string;
}

/** Counts what plugins do, and tells it on. */
export function createStatistics(observe: (call: PluginCall) => void = () => undefined) {
  const states = new Map<
    string,
    { calls: number; failures: number; lastError: PluginState['lastError']; times: number[] }
  >();
  return {
    note(call: PluginCall): void {
      const { plugin, ms, error } = call;
      observe(call);
      const state = states.get(plugin) ?? { calls: 0, failures: 0, lastError: null, times: [] };
      states.set(plugin, state);
      state.calls += 1;
      state.times.push(ms);
      if (state.times.length > LATEST) state.times.shift();
      if (error === undefined) return;
      state.failures += 1;
      state.lastError = { code: error, at: new Date().toISOString() };
    },
    state(): PluginState[] {
      return [...states].map(([plugin, { times, ...rest }]) => {
        const sorted = times.toSorted((a, b) => a - b);
        const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
        return { plugin, ...rest, p50: at(0.5), p99: at(0.99) };
      });
    },
  };
}

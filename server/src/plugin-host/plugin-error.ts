/** A plugin that cannot be taken in: names the plugin and what its author has to change. */
export class PluginError extends Error {
  readonly code:
    'plugin_duplicate' | 'plugin_invalid' | 'plugin_sdk_range' | 'plugin_module_refused' | 'plugin_not_loaded';
  readonly plugin: string;

  constructor(code: PluginError['code'], plugin: string, message: string) {
    super(`${code}: plugin “${plugin}”: ${message}`);
    this.name = 'PluginError';
    this.code = code;
    this.plugin = plugin;
  }
}

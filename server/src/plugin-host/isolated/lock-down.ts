import Module, { registerHooks, syncBuiltinESMExports } from 'node:module';

/** What leads out of the process. Files, children, threads and add-ons are refused by the permission model of Node.js already. */
const REFUSED = new Set([
  ...['net', 'tls', 'dgram', 'dns', 'dns/promises', 'http', 'https', 'http2', 'quic', 'cluster'],
  ...['_http_client', '_http_agent', '_http_server', '_tls_wrap', 'inspector', 'inspector/promises', 'repl'],
]);

/**
 * Takes from this process, before anything of a plugin is loaded, the ways outside that do not pass the host: network, signals to other
 * processes, hooks that would let it have them back.
 */
export function lockDown(): void {
  registerHooks({
    resolve(specifier, context, next) {
      refuse(specifier);
      return next(specifier, context);
    },
  });
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  loader._load = (request, ...rest) => {
    refuse(request);
    return load.call(Module, request, ...rest);
  };
  for (const name of ['registerHooks', 'register', 'runMain', '_preloadModules'])
    Object.defineProperty(Module, name, { value: refused(`module.${name}`) });
  syncBuiltinESMExports();
  const own = process as unknown as Record<string, unknown>;
  const getBuiltinModule = process.getBuiltinModule.bind(process) as (name: string) => object | undefined;
  for (const name of [
    'kill',
    '_kill',
    '_debugProcess',
    '_debugEnd',
    '_startProfilerIdleNotifier',
    'binding',
    '_linkedBinding',
  ])
    Object.defineProperty(own, name, { value: refused(`process.${name}`) });
  Object.defineProperty(own, 'getBuiltinModule', {
    value: (name: string) => {
      refuse(name);
      return getBuiltinModule(name);
    },
  });
  for (const name of ['fetch', 'WebSocket', 'EventSource'])
    Object.defineProperty(globalThis, name, { value: refused(name), writable: true });
}

function refuse(specifier: string): void {
  if (REFUSED.has(specifier.replace(/^node:/, ''))) refused(specifier)();
}

function refused(name: string): () => never {
  return () => {
    throw Object.assign(new Error(`a plugin may not use “${name}”: go outside by context.http or context.fetch`), {
      code: 'plugin_module_refused',
    });
  };
}

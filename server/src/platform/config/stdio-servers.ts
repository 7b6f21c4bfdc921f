import { z } from 'zod';

const Server = z.strictObject({
  command: z.string().min(1),
  args: z.array(z.string()).default([]),
  env: z.array(z.string().regex(/^[A-Za-z_]\w*$/, 'must be names of environment variables')).default([]),
});

/** Programs that connections to MCP servers may start, as `MCP_STDIO_SERVERS` names them: JSON. */
export const StdioServers = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('must be JSON: {"name": {"command": "…", "args": [], "env": []}}');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().regex(/^[a-z][a-z0-9-]{0,49}$/, 'names have small letters, digits and “-”'), Server));
export type StdioServers = z.output<typeof StdioServers>;

/** The same with the values of the variables that each may have. */
export function withEnvironment(
  servers: StdioServers,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, { command: string; args: string[]; env: Record<string, string> }> {
  const known = (names: string[]): [string, string][] =>
    names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
  return Object.fromEntries(
    Object.entries(servers).map(([name, { env, ...rest }]) => [name, { ...rest, env: Object.fromEntries(known(env)) }]),
  );
}

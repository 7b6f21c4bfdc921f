import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse as parseEnvironment } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { Environment, parseConfig } from '../../src/platform/config/config.ts';
import { StartError } from '../../src/platform/errors/start-error.ts';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
/** Set by the container and the set-up, not by people. */
const INTERNAL = ['NODE_ENV', 'ENGINE_FILE'];
const settings = Object.keys(Environment.shape).filter((name) => !INTERNAL.includes(name));

describe('the settings', () => {
  it('are all in .env.example, and nothing else is', () => {
    expect(Object.keys(parseEnvironment(read('.env.example'))).sort()).toEqual(settings.sort());
  });

  it('given .env.example as it is, then they are the defaults', () => {
    expect(parseConfig(parseEnvironment(read('.env.example')))).toEqual(parseConfig({}));
  });

  it('given several wrong ones, then every one is named', () => {
    const wrong = () =>
      parseConfig({ PORT: 'abc', MONGODB_URI: 'http://x', SECRET_KEY: 'short', ADMIN_EMAIL: 'nobody' });
    expect(wrong).toThrow(StartError);
    for (const name of ['PORT', 'MONGODB_URI', 'SECRET_KEY', 'ADMIN_EMAIL']) expect(wrong).toThrow(name);
  });

  it.for(['change-me-change-me-change-me-change-me', 'a'.repeat(48), 'your-secret-key-your-secret-key-1234567890'])(
    'given the example %s as SECRET_KEY, then it is refused',
    (key) => {
      expect(() => parseConfig({ SECRET_KEY: key })).toThrow(/openssl rand/);
    },
  );

  it('given programs for MCP, then each gets the variables that are named for it, and no others', () => {
    const MCP_STDIO_SERVERS = '{"files": {"command": "mcp-files", "args": ["/srv"], "env": ["HOME", "NOT_SET"]}}';
    expect(parseConfig({ MCP_STDIO_SERVERS, HOME: '/home/me', SECRET: 'x' }).stdioServers).toEqual({
      files: { command: 'mcp-files', args: ['/srv'], env: { HOME: '/home/me' } },
    });
    expect(parseConfig({}).stdioServers).toEqual({});
  });

  it.for([
    'mcp-files',
    '[]',
    '{"Files": {"command": "a"}}',
    '{"a": {"command": ""}}',
    '{"a": {"command": "b", "env": ["A=1"]}}',
  ])('given %s as MCP_STDIO_SERVERS, then it does not start', (text) => {
    expect(() => parseConfig({ MCP_STDIO_SERVERS: text })).toThrow(/MCP_STDIO_SERVERS/);
  });

  it('given production with a MongoDB of its own and no key, then it does not start', () => {
    expect(() => parseConfig({ NODE_ENV: 'production', MONGODB_URI: 'mongodb://host/db' })).toThrow(/SECRET_KEY/);
  });
});

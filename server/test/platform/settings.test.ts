import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse as parseEnvironment } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
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

  it('given production with a MongoDB of its own and no key, then it does not start', () => {
    expect(() => parseConfig({ NODE_ENV: 'production', MONGODB_URI: 'mongodb://host/db' })).toThrow(/SECRET_KEY/);
  });
});

describe('what is around the server', () => {
  const compose = parseYaml(read('docker-compose.yml')) as {
    services: Record<
      'mongo' | 'server',
      { environment?: object; command?: string[]; volumes: string[]; ports: string[] }
    >;
    volumes: object;
  };
  const dockerfile = read('Dockerfile');

  it('docker-compose.yml gives the server settings that exist, and MongoDB as a replica set', () => {
    const { mongo, server } = compose.services;
    for (const name of Object.keys(server.environment ?? {})) expect(settings).toContain(name);
    expect(mongo.command).toContain('--replSet');
    expect((server.environment as { MONGODB_URI: string }).MONGODB_URI).toContain(`replicaSet=${mongo.command?.[1]}`);
    const named = [...mongo.volumes, ...server.volumes].map((volume) => volume.split(':')[0]);
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('Dockerfile sets what exists, keeps data in its volume and asks a path that answers', () => {
    const set = [...(/^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/(\w+)=/g)].map(([, name]) => name);
    for (const name of set) expect([...settings, ...INTERNAL]).toContain(name);
    expect(dockerfile).toMatch(/^VOLUME \/data$/m);
    expect(dockerfile).toContain(`EXPOSE ${parseConfig({}).PORT}`);
    expect(dockerfile).toContain('/health');
    expect(compose.services.server.ports).toEqual([`${parseConfig({}).PORT}:${parseConfig({}).PORT}`]);
  });

  it('the workflow runs the test command of the README, on an older system too', () => {
    const { jobs } = parseYaml(read('.github/workflows/test.yml')) as {
      jobs: Record<string, { container?: string; steps: { run?: string }[] }>;
    };
    for (const { steps } of Object.values(jobs)) expect(steps.map(({ run }) => run)).toContain('npm test');
    expect(Object.values(jobs).map(({ container }) => container)).toContainEqual(expect.stringContaining('bookworm'));
  });

  it.for(['README.md', 'CONTRIBUTING.md', 'docker-compose.yml'])('the commands in %s exist', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name as string);
    for (const name of new Set(named))
      if (!['ci', 'install'].includes(name)) expect(Object.keys(scripts)).toContain(name);
  });
});

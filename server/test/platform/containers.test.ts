import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Environment, parseConfig } from '../../src/platform/config/config.ts';
import { startServer } from '../support/start-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const names = Object.keys(Environment.shape);
const defaults = parseConfig({});

describe('Dockerfile', () => {
  const file = read('Dockerfile');
  const lines = (instruction: string): string[] =>
    [...file.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].map(([, rest]) => rest as string);
  const set = Object.fromEntries(
    lines('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
  );

  it('copies what exists', () => {
    const sources = lines('COPY')
      .map((line) => line.split(' '))
      .filter((words) => !words.some((word) => word.startsWith('--from=')))
      .flatMap((words) => words.slice(0, -1));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('builds with and starts files that exist', () => {
    const named = [...lines('RUN'), ...lines('CMD')].flatMap(
      (line) => line.match(/[\w/.-]+\.m?js|\S+\/bin\/\w+/g) ?? [],
    );
    const sources = named.map((path) => path.replace('/dist/', '/src/').replace(/(src\/.*)\.js$/, '$1.ts'));
    expect(sources).toContain('server/src/main.ts');
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('gives settings that exist, and keeps what is written in its volume', () => {
    expect(Object.keys(set).filter((name) => !names.includes(name))).toEqual([]);
    expect(() => parseConfig(set)).not.toThrow();
    expect(lines('VOLUME')).toEqual([set['DATA_DIR']]);
    expect(set['LOGS_DIR']).toMatch(new RegExp(`^${set['DATA_DIR']}/`));
    expect(lines('EXPOSE')).toEqual([String(defaults.PORT)]);
  });

  it('runs the Node.js that the set-up brings', () => {
    const { optionalDependencies } = JSON.parse(read('tooling/runtime/package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const majors = new Set(Object.values(optionalDependencies).map((version) => version.split('.')[0]));
    for (const image of lines('FROM')) expect(majors).toEqual(new Set([/^node:(\d+)-/.exec(image)?.[1]]));
  });

  it('asks for its health where the server answers', async () => {
    const url = new URL(/fetch\('([^']+)'\)/.exec(lines('HEALTHCHECK')[0] ?? '')?.[1] ?? '');
    expect(url.port).toBe(String(defaults.PORT));
    const server = await startServer({ DEMO: 'false' });
    expect((await server.call('GET', url.pathname)).status).toBe(200);
    await server.stop();
  });
});

describe('docker-compose.yml', () => {
  const { services, volumes } = parse(read('docker-compose.yml')) as {
    services: Record<'mongo' | 'server', Service>;
    volumes: object;
  };
  interface Service {
    image?: string;
    build?: string;
    depends_on?: Record<string, { condition: string }>;
    environment?: Record<string, string>;
    command?: string[];
    healthcheck?: { test: string[] };
    volumes: string[];
    ports: string[];
  }
  const { mongo, server } = services;

  it('gives the server settings that exist and are right', () => {
    const given = Object.entries(server.environment ?? {}).map(
      ([name, value]) => [name, value.replace(/\$\{\w+(:-(.*)|:\?.*)\}/, '$2')] as const,
    );
    expect(given.map(([name]) => name).filter((name) => !names.includes(name))).toEqual([]);
    const key = Buffer.from(Array.from({ length: 48 }, (_, i) => i * 5)).toString('base64');
    expect(parseConfig({ ...Object.fromEntries(given), SECRET_KEY: key, NODE_ENV: 'production' })).toMatchObject({
      MONGODB_URI: expect.stringMatching(/^mongodb:/) as string,
      ADMIN_EMAIL: defaults.ADMIN_EMAIL,
    });
  });

  it('does not start without a key', () => {
    expect(server.environment?.['SECRET_KEY']).toMatch(/^\$\{SECRET_KEY:\?/);
  });

  it('makes the replica set that the server uses before the server starts', () => {
    expect(mongo.image).toMatch(/^mongo:\d+$/);
    const replicaSet = mongo.command?.[(mongo.command.indexOf('--replSet') ?? 0) + 1];
    const uri = new URL(server.environment?.['MONGODB_URI'] ?? '');
    const health = mongo.healthcheck?.test.join(' ') ?? '';
    expect(uri.searchParams.get('replicaSet')).toBe(replicaSet);
    expect(health).toContain(`_id: "${replicaSet}"`);
    expect(health).toContain(`host: "${uri.host}"`);
    expect(Object.keys(services)).toContain(uri.hostname);
    expect(server.depends_on).toEqual({ [uri.hostname]: { condition: 'service_healthy' } });
  });

  it('keeps data in volumes, and lets only this machine reach the database', () => {
    const named = [...mongo.volumes, ...server.volumes].map((volume) => volume.split(':')[0]);
    expect(named.sort()).toEqual(Object.keys(volumes).sort());
    expect(server.volumes.map((volume) => volume.split(':')[1])).toEqual(read('Dockerfile').match(/(?<=^VOLUME ).*/gm));
    expect(server.ports).toEqual([`${defaults.PORT}:${defaults.PORT}`]);
    for (const port of mongo.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

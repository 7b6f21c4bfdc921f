import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModels, type Role } from '../../src/features/identity/model.ts';
import { createOrganisation } from '../../src/features/identity/operations/organisation.ts';
import { createUser } from '../../src/features/identity/operations/users.ts';
import { connectMongo, type Mongo } from '../../src/platform/mongo/connect.ts';
import { ADMIN } from '../support/api.ts';
import { operationsOf, sampleOf, type Operation } from '../support/operations.ts';
import { beginTalk, publish } from '../support/publish.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { echo, looking } from '../runtime/scenarios.ts';

const PASSWORD = 'a password of the other';
/** What each role may do, said here once more. */
const VIEWER = [
  ...['organisation:read', 'agents:read', 'scenarios:read', 'conversations:read', 'knowledge:read'],
  'channels:read',
];
const EDITOR = [
  ...[...VIEWER, 'conversations:write', 'agents:write', 'agents:run', 'scenarios:write', 'scenarios:publish'],
  ...['events:publish', 'knowledge:write', 'connections:read', 'models:query'],
];

const ALLOWED: Record<Role, string[]> = {
  viewer: VIEWER,
  operator: [...VIEWER, 'conversations:write'],
  editor: EDITOR,
  admin: [...EDITOR, 'users:read', 'users:write', 'jobs:read', 'connections:write', 'channels:write', 'models:write'],
};

/** What the smallest body that the schema allows lacks. */
const MEANT: Record<string, object> = {
  sendMessage: { text: 'hello' },
  addCuratedAnswer: { locale: 'en' },
  updateCuratedAnswer: { locale: 'en' },
  saveCase: { name: 'x', locale: 'en', turns: [{}] },
  saveDraft: { revision: 1, source: { document: echo } },
};
/** Bounded to a few calls in minutes. */
const BOUNDED = ['changePassword'];

let engine: TestEngine;
let mongo: Mongo;
let server: TestServer;
let operations: Operation[];
const tokens = {} as Record<Role | 'other', string>;
/** Ids of the other organisation, by the first word of a path. */
const foreign: Record<string, string> = {};
let visitor: string;

beforeAll(async () => {
  engine = await startEngine();
  server = await startServer({
    MONGODB_URI: engine.uri,
    DEMO: 'false',
    SECRET_KEY: randomBytes(32).toString('base64'),
  });
  mongo = await connectMongo(engine.uri);
  const models = identityModels(mongo.connection);
  tokens.admin = await server.signIn();
  for (const role of ['viewer', 'operator', 'editor'] as const) {
    const user = { email: `${role}@example.com`, name: role, password: PASSWORD, roles: [role] };
    await server.call('POST', 'users', { token: tokens.admin, body: user });
    tokens[role] = await signIn(user.email, 1);
  }
  const other = await createOrganisation(models, { slug: 'other', name: 'Other' });
  const boss = { email: ADMIN.email, name: 'Boss', password: PASSWORD, roles: ['admin' as const] };
  foreign['users'] = (await createUser(models, other._id, boss))._id;
  tokens.other = await signIn(ADMIN.email, 'other');
  const agent = await publish(server, tokens.other, { document: echo, settings: { web: true } });
  const talk = await beginTalk(server, agent);
  visitor = (await beginTalk(server, agent)).token;
  foreign['agents'] = agent;
  foreign['conversations'] = talk.id;
  foreign['scenarios'] = (await server.call('GET', 'scenarios', { token: tokens.other })).body.scenarios[0].id;
  const { body: base } = await server.call('POST', 'knowledge/bases', {
    token: tokens.other,
    body: { key: 'theirs', title: 'Theirs' },
  });
  foreign['knowledge'] = base.id;
  const connection = { name: 'theirs', plugin: 'openai', config: {} };
  foreign['connections'] = (
    await server.call('POST', 'connections', { token: tokens.other, body: connection })
  ).body.id;
  const service = { name: 'service', plugin: 'mock-channel', config: { baseUrl: 'http://127.0.0.1:9', key: 'k' } };
  await server.call('POST', 'connections', { token: tokens.other, body: service });
  const channel = { name: 'Theirs', agent, connection: 'service', kind: 'chat' };
  foreign['channels'] = (await server.call('POST', 'channels', { token: tokens.other, body: channel })).body.id;
  foreign['blocks'] = (await server.call('POST', 'blocks', { token: tokens.other, body: { name: 'Theirs' } })).body.id;
  foreign['experiments'] = await experiment();
  // Everybody's: asked for by a name that no template has.
  foreign['templates'] = 'f'.repeat(24);
  for (const noun of ['parked-messages', 'undelivered-messages']) foreign[noun] = `${talk.id}/00000000010000`;
  operations = await operationsOf(server);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await mongo.close();
  await engine.stop();
});

/** One of the other organisation. */
async function experiment(): Promise<string> {
  const token = tokens.other;
  const agent = await publish(server, token, { document: looking });
  const { version } = (await server.call('GET', `agents/${agent}`, { token })).body;
  const variants = ['One', 'Two'].map((name) => ({ name, version, weight: 50 }));
  const body = { agent, name: 'Theirs', variants, goals: [{ kind: 'outcome', name: 'found' }] };
  return (await server.call('POST', 'experiments', { token, body })).body.id as string;
}

async function signIn(email: string, tenant: string | number): Promise<string> {
  return (await server.call('POST', 'auth/login', { body: { email, password: PASSWORD, tenant } })).body.access_token;
}

function send(
  { id: operation, method, path, body }: Operation,
  { id, token, more }: { id: string; token?: string; more?: object },
) {
  return server.call(method, path.replace(/\{\w+\}/g, encodeURIComponent(id)), {
    ...(token !== undefined && { token }),
    ...(body && { body: { ...(sampleOf(body) as object), ...MEANT[operation], ...more } }),
  });
}

const withId = (): Operation[] => operations.filter(({ path }) => path.includes('{'));

describe('every route', () => {
  it('says who may call it', () => {
    const open = operations.filter((operation) => operation.open).map(({ id }) => id);
    expect(open.sort()).toEqual(['login', 'logout', 'openConversation', 'refresh']);
    expect(operations.filter(({ open: isOpen, permission }) => !isOpen && permission === null)).toEqual([]);
    expect(operations.length).toBeGreaterThan(25);
  });

  it('given no credential, then 401', async () => {
    for (const operation of operations.filter(({ open }) => !open))
      expect([operation.id, (await send(operation, { id: 'x' })).status]).toEqual([operation.id, 401]);
  });

  it.for(['viewer', 'operator', 'editor', 'admin'] as const)(
    'given the role %s, then 403 for all it may not',
    async (role) => {
      for (const operation of operations.filter(({ permission, id }) => permission !== null && !BOUNDED.includes(id))) {
        const { status } = await send(operation, { id: 'nowhere', token: tokens[role] });
        const isRefused = status === 403;
        expect([operation.id, isRefused]).toEqual([
          operation.id,
          !ALLOWED[role].includes(operation.permission as string),
        ]);
      }
    },
  );

  it('given an id of another organisation, then it is answered as one that does not exist', async () => {
    for (const operation of withId()) {
      const theirs = foreign[operation.path.split('/')[0] as string] as string;
      const none = operation.path.includes('-messages') ? `${'0'.repeat(24)}/00000000010000` : '0'.repeat(24);
      const [found, missing] = [
        await send(operation, { id: theirs, token: tokens.admin }),
        await send(operation, { id: none, token: tokens.admin }),
      ];
      const { instance: _a, ...said } = found.body;
      const { instance: _b, ...expected } = missing.body;
      expect([operation.id, found.status]).toEqual([operation.id, 404]);
      expect(JSON.parse(JSON.stringify(said).replaceAll(theirs, none))).toEqual(expected);
    }
  });

  it('given a visitor of another conversation, then it does not exist or is forbidden', async () => {
    for (const operation of withId()) {
      const theirs = foreign[operation.path.split('/')[0] as string] as string;
      const { status } = await send(operation, { id: theirs, token: visitor });
      expect([operation.id, [403, 404].includes(status)]).toEqual([operation.id, true]);
    }
  });

  it('lists nothing of another organisation', async () => {
    for (const operation of operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))) {
      const seen = JSON.stringify((await send(operation, { id: '', token: tokens.admin })).body);
      for (const id of Object.values(foreign)) expect([operation.id, seen.includes(id)]).toEqual([operation.id, false]);
    }
  });

  it.for(['tenantId', 'tenant_id', '_id', 'ownerId', 'role'])('given “%s” in a body, then 400', async (field) => {
    for (const operation of operations.filter(({ body }) => body !== null)) {
      const answer = await send(operation, { id: 'x', token: tokens.admin, more: { [field]: 'x' } });
      expect([operation.id, answer.status]).toEqual([operation.id, 400]);
    }
  });

  it.for([
    { $gt: '' },
    { $where: '1' },
    JSON.parse('{"__proto__":{"admin":true}}') as object,
    { constructor: { prototype: {} } },
  ])('given %j in a body or a query, then 400', async (hostile) => {
    const key = Object.keys(hostile)[0] as string;
    for (const operation of operations.filter(({ id }) => !BOUNDED.includes(id))) {
      const path = operation.path.replace(/\{\w+\}/g, 'x');
      const token = tokens.admin;
      const query = await server.call('GET', `${path}?a[${key}]=1&${key}=1`, { token });
      if (operation.method === 'GET') expect([operation.id, query.status]).toEqual([operation.id, 400]);
      if (!operation.body) continue;
      const text = JSON.stringify({ ...(sampleOf(operation.body) as object), z: 0 }).replace(
        '"z":0',
        `"z":${JSON.stringify(hostile)}`,
      );
      const body = await server.call(operation.method, path, { token, body: text });
      expect([operation.id, body.status, body.body.code]).toEqual([operation.id, 400, 'forbidden_key']);
    }
  });
});

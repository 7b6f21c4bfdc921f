import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Entity {
  id: number;
  name?: string;
  price?: number;
  custom_fields_values?: { field_code: string; values: { value: string }[] }[];
  _embedded?: { contacts?: { id: number }[]; tags?: { name: string }[] };
}

/** How the next requests to a path fail. `after`: it is done, and the answer lost. */
export interface Failure {
  path: string;
  status?: number;
  retryAfter?: number;
  cut?: 'before' | 'after';
  times?: number;
}

const CLIENT = { client_id: 'integration-1', client_secret: 'amo-secret-sentinel' };
const PER_SECOND = 7;

/**
 * A local amoCRM that keeps the documented rules of API v4 (tokens that run out, refresh tokens that work once, seven requests a second,
 * 204 for nothing found, validated fields), forgets nothing, and fails as it is told.
 */
export class AmoStandIn {
  readonly requests: { method: string; path: string; body: unknown }[] = [];
  readonly contacts: Entity[] = [];
  readonly leads: Entity[] = [];
  readonly notes: { id: number; lead: number; text: string }[] = [];
  /** Rights that were given out, the latest last. */
  readonly tokens: { access: string; refresh: string; used: boolean }[] = [
    { access: 'access-0', refresh: 'refresh-0', used: false },
  ];
  isLimited = false;
  #failures: Failure[] = [];
  #times: number[] = [];
  #ids = 0;
  #server: Server | undefined;

  async start(): Promise<string> {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => this.#handle(request, response, Buffer.concat(parts).toString()));
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  fail(failure: Failure): void {
    this.#failures.push({ times: 1, ...failure });
  }

  /** The token in use runs out. */
  expire(): void {
    const { refresh } = this.tokens.at(-1) as { refresh: string };
    this.tokens.push({ access: `gone-${this.tokens.length}`, refresh, used: false });
  }

  #handle(request: IncomingMessage, response: ServerResponse, text: string): void {
    const url = new URL(request.url ?? '', 'http://amo');
    const method = request.method ?? '';
    const body = text ? (JSON.parse(text) as never) : undefined;
    this.requests.push({ method, path: url.pathname, body });
    const answer = (status: number, value?: object, headers = {}): void =>
      void response
        .writeHead(status, { 'content-type': 'application/hal+json', ...headers })
        .end(value && JSON.stringify(value));
    const problem = (status: number, more = {}): void => answer(status, { title: 'Error', status, ...more });
    const failure = this.#failures.find(({ path, times = 0 }) => times > 0 && url.pathname.startsWith(path));
    if (failure) failure.times = (failure.times ?? 1) - 1;
    if (failure?.cut === 'before') return void response.destroy();
    if (failure?.status !== undefined)
      return answer(
        failure.status,
        { status: failure.status },
        failure.retryAfter === undefined ? {} : { 'retry-after': failure.retryAfter },
      );
    const now = Date.now();
    this.#times = [...this.#times.filter((time) => now - time < 1_000), now];
    if (this.isLimited && this.#times.length > PER_SECOND) return problem(429);
    if (url.pathname === '/oauth2/access_token') return this.#renew(body as never, answer);
    if (request.headers.authorization !== `Bearer ${this.tokens.at(-1)?.access}`) return problem(401);
    const done = failure?.cut === 'after' ? () => void response.destroy() : answer;
    this.#serve({ method, url, body }, done, problem);
  }

  #renew(body: Record<string, string>, answer: (status: number, value: object) => void): void {
    const known = this.tokens.findLast(({ refresh }) => refresh === body['refresh_token']);
    const isClient = body['client_id'] === CLIENT.client_id && body['client_secret'] === CLIENT.client_secret;
    if (!known || known.used || !isClient || body['grant_type'] !== 'refresh_token')
      return answer(400, { hint: 'Token has been revoked', title: 'Некорректный запрос', status: 400 });
    for (const token of this.tokens) if (token.refresh === known.refresh) token.used = true;
    const pair = { access: `access-${this.tokens.length}`, refresh: `refresh-${this.tokens.length}`, used: false };
    this.tokens.push(pair);
    answer(200, { token_type: 'Bearer', expires_in: 86_400, access_token: pair.access, refresh_token: pair.refresh });
  }

  #serve(
    { method, url, body }: { method: string; url: URL; body: unknown },
    answer: (status: number, value?: object) => void,
    problem: (status: number, more?: object) => void,
  ): void {
    const [, , , noun = '', id, part] = url.pathname.split('/');
    const found = (list: Entity[], name: string): void =>
      list.length > 0 ? answer(200, { _embedded: { [name]: list } }) : answer(204);
    const invalid = (path: string, detail: string): void =>
      problem(400, { 'validation-errors': [{ request_id: '0', errors: [{ code: 'InvalidType', path, detail }] }] });
    if (noun === 'account') return answer(200, { id: 1, name: 'Stand-in' });
    if (noun === 'leads' && id === 'pipelines') {
      const statuses = [{ id: 142, name: 'Успешно' }];
      return answer(200, { _embedded: { pipelines: [{ id: 10, name: 'Воронка', _embedded: { statuses } }] } });
    }
    const list = noun === 'contacts' ? this.contacts : this.leads;
    const one = list.find((entity) => entity.id === Number(id));
    if (method === 'POST' && part === 'notes') {
      if (!one) return problem(404);
      const notes = (body as { note_type: string; params: { text: string } }[]).map(({ params }) => ({
        id: (this.#ids += 1),
        lead: one.id,
        text: params.text,
      }));
      this.notes.push(...notes);
      return answer(200, { _embedded: { notes } });
    }
    if (method === 'POST') {
      const entities = body as Entity[];
      if (!Array.isArray(entities) || entities.length > 250) return invalid('', 'a list of 250 at most');
      if (entities.some(({ name }) => typeof name !== 'string'))
        return invalid('name', 'This value should be of type string.');
      if (entities.some((entity) => 'pipeline_id' in entity && entity.pipeline_id !== 10))
        return invalid('pipeline_id', 'Pipeline not found');
      const made = entities.map((entity) => ({ ...entity, id: (this.#ids += 1) }));
      list.push(...made);
      return answer(200, { _embedded: { [noun]: made.map((entity) => ({ id: entity.id })) } });
    }
    if (method === 'PATCH') return one ? answer(200, change(one, body as Partial<Entity>)) : problem(404);
    if (id !== undefined) {
      if (!one) return answer(204);
      const leads = this.leads.filter((lead) => lead._embedded?.contacts?.some((contact) => contact.id === one.id));
      return answer(200, { ...one, _embedded: { leads: leads.map((lead) => ({ id: lead.id })) } });
    }
    const wanted = [...url.searchParams]
      .filter(([name]) => name.startsWith('filter[id]'))
      .map(([, value]) => Number(value));
    if (wanted.length > 0)
      return found(
        list.filter((entity) => wanted.includes(entity.id)),
        noun,
      );
    const query = url.searchParams.get('query') ?? '';
    const plain = (text: string): string => text.toLowerCase().replace(/[\s()+-]/g, '');
    found(
      list.filter((entity) => plain(JSON.stringify(entity)).includes(plain(query))),
      noun,
    );
  }
}

/** Fields that are not sent stay as they are. */
function change(entity: Entity, changes: Partial<Entity>): Entity {
  const sent = changes.custom_fields_values ?? [];
  const kept = (entity.custom_fields_values ?? []).filter(
    (known) => !sent.some(({ field_code: code }) => code === known.field_code),
  );
  return Object.assign(entity, changes, { custom_fields_values: [...kept, ...sent] });
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { colourGreeter, greeter } from '../support/greeter.ts';
import { beginTalk, eventually, publish, type Talk } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let token: string;
let scenario: string;
let agent: string;
let revision = 1;
let made = 0;

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  token = await server.signIn();
}, 60_000);
afterAll(() => server.stop());
// Every test has an agent of its own, with the first version active and another draft.
beforeEach(async () => {
  made += 1;
  agent = await publish(server, token, { document: own(greeter) });
  scenario = (await call('GET', `agents/${agent}`)).body.scenario;
  await save(colourGreeter);
});

const call = (method: string, path: string, body?: object) =>
  server.call(method, path, { token, ...(body && { body }) });

const own = <Document extends object>(document: Document) => ({ ...document, id: `greeter-${made}` });

async function save(document: object): Promise<void> {
  revision = (await call('GET', `scenarios/${scenario}`)).body.draftRevision;
  const { body } = await call('PUT', `scenarios/${scenario}/draft`, { revision, source: { document: own(document) } });
  revision = body.draftRevision;
}

const publishTo = (steps: object[], message: object = {}) =>
  call('POST', `scenarios/${scenario}/versions`, { revision, activate: [{ agent, steps, message }] });

const activations = async () => (await call('GET', `agents/${agent}/activations`)).body;
const rested = () => eventually(activations, (seen) => seen.activations[0]?.state !== 'asking');

/** Somebody who has said their name, if any, and waits. */
async function talkAt(step: 'ask-name' | 'ask-size', locale = 'en'): Promise<Talk> {
  const talk = await beginTalk(server, agent, locale);
  if (step === 'ask-size') await talk.say('name', 'Ann', 5_000);
  return talk;
}

const atRest = (talk: Talk, count: number) => eventually(talk.heard, (heard) => heard.length >= count);

describe('who is talking', () => {
  it('given people at an unchanged and at a removed step, then counts them and says what is best for each', async () => {
    await Promise.all(
      [talkAt('ask-name'), talkAt('ask-name'), talkAt('ask-size')].map((talk) => talk.then((t) => atRest(t, 1))),
    );
    const { body } = await call('GET', `scenarios/${scenario}/live`);
    expect(body.agents).toMatchObject([{ agent: { id: agent, name: 'Greeter' } }]);
    const steps = body.agents[0].steps as { step: string; conversations: number; change: string; proposal: object }[];
    expect(steps.find(({ step }) => step === 'ask-name')).toMatchObject({
      change: 'changed',
      parts: ['exits'],
      proposal: { fate: 'move', to: 'ask-name', stay: true },
    });
    expect(steps.find(({ step }) => step === 'ask-size')).toMatchObject({
      change: 'removed',
      proposal: { fate: 'finish' },
    });
    expect(body.agents[0].conversations).toBe(steps.reduce((sum, { conversations }) => sum + conversations, 0));
  });
});

describe('publishing under people who talk', () => {
  it('given a step that stays, then the next answer is taken by the new version', async () => {
    const talk = await talkAt('ask-name');
    await atRest(talk, 1);
    expect((await publishTo([])).status).toBe(201);
    await rested();
    expect((await talk.say('name', 'Ann', 5_000)).texts).toEqual(['Which colour?']);
    expect((await talk.say('colour', 'red', 5_000)).texts).toEqual(['Thank you Ann, in red']);
  });

  it('given a removed step that is mapped to another, then it is asked there, and what was said before is kept', async () => {
    const talk = await talkAt('ask-size');
    await publishTo([{ step: 'ask-size', fate: 'move', to: 'ask-colour' }]);
    expect((await atRest(talk, 3)).at(-1)).toBe('Which colour?');
    expect((await talk.say('colour', 'red', 5_000)).texts).toEqual(['Thank you Ann, in red']);
  });

  it('given a removed step that nobody chose for, then it is finished on the old version', async () => {
    const talk = await talkAt('ask-size');
    await publishTo([]);
    await rested();
    expect((await talk.say('size', 'XL', 5_000)).texts).toEqual(['Thanks Ann, size XL']);
    expect((await talk.say('again', 'hello', 5_000)).texts).toEqual(['Your name?']);
    expect((await talk.say('anew', 'Ann', 5_000)).texts).toEqual(['Which colour?']);
  });

  it('given a restart, then it is excused in the language of the contact, and begins anew', async () => {
    const talk = await talkAt('ask-size', 'ru');
    const message = { en: 'We have improved, let us begin again', ru: 'Мы стали лучше, начнём сначала' };
    await publishTo([{ step: 'ask-size', fate: 'restart' }], message);
    expect((await atRest(talk, 4)).slice(2)).toEqual(['Мы стали лучше, начнём сначала', 'Как вас зовут?']);
    expect((await talk.say('again', 'Анна', 5_000)).texts).toEqual(['Какой цвет?']);
  });

  it('given messages while it moves, then each is taken once and in order', async () => {
    const talk = await talkAt('ask-name');
    await atRest(talk, 1);
    const [, first, second] = await Promise.all([publishTo([]), talk.say('a', 'Ann'), talk.say('b', 'blue')]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const heard = await atRest(talk, 3);
    // Either way round: the whole order on one version, or begun on the old one and gone on with there.
    expect([
      ['Your name?', 'Which colour?', 'Thank you Ann, in blue'],
      ['Your name?', 'Which size?', 'Thanks Ann, size blue'],
    ]).toContainEqual(heard);
  });

  it('given somebody inside a called scenario, then they move when it has returned', async () => {
    const form = {
      ...greeter,
      id: 'form',
      triggers: [{ id: 'called', type: 'internal', step: 'ask-name' }],
    };
    const { body: stored } = await call('POST', 'scenarios', { document: form });
    await call('POST', `scenarios/${stored.id}/versions`, {});
    const before = {
      ...greeter,
      id: 'desk',
      name: 'Desk',
      triggers: [{ id: 't', type: 'conversation', step: 'call' }],
      steps: [{ id: 'call', type: 'call', scenario: 'form' }, ...greeter.steps.filter(({ id }) => id !== 'ask-name')],
      flows: [{ id: 'f0', from: 'call', to: 'ask-size' }, ...greeter.flows.filter(({ from }) => from !== 'ask-name')],
    };
    const desk = await publish(server, token, { document: before });
    const { scenario: id } = (await call('GET', `agents/${desk}`)).body;
    const talk = await beginTalk(server, desk);
    await talk.say('name', 'Ann', 5_000);
    const messages = { en: { ...greeter.messages.en, 'ask-size': 'How large?' }, ru: greeter.messages.ru };
    await call('PUT', `scenarios/${id}/draft`, { revision: 1, source: { document: { ...before, messages } } });
    await call('POST', `scenarios/${id}/versions`, { activate: [{ agent: desk }] });
    const seen = await eventually(
      async () => (await call('GET', `agents/${desk}/activations`)).body.progress,
      ({ pending }) => pending === 1,
    );
    expect(seen).toMatchObject({ pending: 1, moved: 0 });
    await talk.say('inner-size', 'M', 5_000);
    const { progress } = (await call('GET', `agents/${desk}/activations`)).body;
    expect(progress).toMatchObject({ pending: 0, moved: 1 });
    expect((await talk.say('size', 'XL', 5_000)).texts).toEqual(['Thanks , size XL']);
  });

  it('counts what became of everybody', async () => {
    const before = (await call('GET', `scenarios/${scenario}/live`)).body.agents[0].conversations;
    const talks = await Promise.all([talkAt('ask-name'), talkAt('ask-size')]);
    await Promise.all(talks.map((talk) => atRest(talk, 1)));
    await publishTo([{ step: 'ask-name', fate: 'restart' }]);
    const { activations: list, progress } = await rested();
    expect(list[0]).toMatchObject({ agent, state: 'asked' });
    expect(progress).toMatchObject({ toCome: 0, pending: 0, over: 0 });
    expect(progress.moved + progress.restarted + progress.finishing).toBe(before + 2);
    expect(progress.restarted).toBeGreaterThanOrEqual(1);
    expect(progress.finishing).toBeGreaterThanOrEqual(1);
  });

  it('given an older version, then rolls back with the same question', async () => {
    const { body: published } = await publishTo([]);
    await rested();
    const talk = await talkAt('ask-name');
    await talk.say('name', 'Ann', 5_000);
    const { versions } = (await call('GET', `scenarios/${scenario}/versions`)).body;
    expect(versions[0].id).toBe(published.id);
    const { body } = await call('GET', `scenarios/${scenario}/live?version=${versions[1].id}`);
    expect(body.agents[0].steps).toContainEqual(
      expect.objectContaining({
        step: 'ask-colour',
        change: 'removed',
        proposal: { step: 'ask-colour', fate: 'finish' },
      }),
    );
    const back = { version: versions[1].id, steps: [{ step: 'ask-colour', fate: 'move', to: 'ask-size' }] };
    expect((await call('POST', `agents/${agent}/activations`, back)).status).toBe(201);
    expect((await atRest(talk, 3)).at(-1)).toBe('Which size?');
  });

  it('given two changes at once, then makes one after the other', async () => {
    const versions: string[] = [];
    for (const draft of [greeter, colourGreeter]) {
      await save(draft);
      versions.push((await call('POST', `scenarios/${scenario}/versions`, { revision })).body.id);
    }
    await talkAt('ask-size');
    const answers = await Promise.all(
      versions.map((version) => call('POST', `agents/${agent}/activations`, { version, steps: [] })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const [second, first] = (await activations()).activations;
    expect(second.from).toBe(first.to);
    expect((await call('GET', `agents/${agent}`)).body.version).toBe(second.to);
  });
});

describe('what is refused', () => {
  const plans: [string, object[], string][] = [
    ['a step that the old version does not have', [{ step: 'nowhere', fate: 'finish' }], 'unknown_step'],
    [
      'a place that the new version does not have',
      [{ step: 'ask-size', fate: 'move', to: 'ask-size' }],
      'unknown_place',
    ],
    ['staying at another step', [{ step: 'ask-size', fate: 'move', to: 'ask-colour', stay: true }], 'cannot_stay'],
    [
      'a step twice',
      [
        { step: 'end', fate: 'finish' },
        { step: 'end', fate: 'restart' },
      ],
      'twice',
    ],
  ];
  it.for(plans)('%s: 422, and nothing is published', async ([, steps, code]) => {
    const before = (await call('GET', `scenarios/${scenario}`)).body.latest;
    const { status, body } = await publishTo(steps);
    expect([status, body.code, body.errors[0].code]).toEqual([422, 'plan_invalid', code]);
    expect((await call('GET', `scenarios/${scenario}`)).body.latest).toBe(before);
  });

  it('a draft that somebody changed in the meantime: 409', async () => {
    revision -= 1;
    expect((await publishTo([])).body.code).toBe('draft_conflict');
  });
});

describe('a kept draft', () => {
  it('is listed and can be read after something else took its place', async () => {
    const { body: kept } = await call('POST', `scenarios/${scenario}/kept-drafts`, { note: 'Before version 1' });
    await save(greeter);
    const { body: list } = await call('GET', `scenarios/${scenario}/kept-drafts`);
    expect(list.kept).toMatchObject([{ id: kept.id, note: 'Before version 1' }]);
    const { body } = await call('GET', `scenarios/${scenario}/kept-drafts/${kept.id}`);
    expect(body.document.steps.map(({ id }: { id: string }) => id)).toContain('ask-colour');
  });
});

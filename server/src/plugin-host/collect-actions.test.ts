import type { AnyAction, PluginHandlers } from '@scenarium/sdk';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { collectActions } from './collect-actions.ts';
import { PluginError } from './plugin-error.ts';
import { pluginDoing } from './plugins.fixture.ts';

const good = pluginDoing(async () => null);

/** The good plugin, spoilt as a plugin without types may be. */
const withDefinition = (changes: object): PluginHandlers => ({
  ...good,
  definition: { ...good.definition, ...changes },
});
const withAction = (changes: object): PluginHandlers => {
  const run = { ...good.definition.actions['run'], ...changes } as AnyAction;
  return withDefinition({ actions: { run } });
};

const refusalOf = (...plugins: unknown[]): unknown => {
  try {
    return collectActions(plugins as PluginHandlers[]);
  } catch (error) {
    return error;
  }
};

it('given a good plugin, then its actions stand under their full names', () => {
  expect([...collectActions([good]).keys()]).toEqual(['test.run']);
});

it('given two plugins with one id, then plugin_duplicate names it, also where they have no action in common', () => {
  const other = { definition: { ...good.definition, actions: {} }, actions: {} };
  const error = refusalOf(good, other);
  expect(error).toBeInstanceOf(PluginError);
  expect(error).toMatchObject({ code: 'plugin_duplicate', plugin: 'test', message: expect.stringContaining('“test”') });
});

it.each([
  ['an id with capitals', withDefinition({ id: 'Test' }), 'Test', 'small letters'],
  ['an id with a dot', withDefinition({ id: 'a.b' }), 'a.b', 'small letters'],
  ['a prototype as id', withDefinition({ id: '__proto__' }), '__proto__', 'small letters'],
  ['no version', withDefinition({ version: 'new' }), 'test', '1.2.3'],
  ['no Russian title', withDefinition({ title: { en: 'Test' } }), 'test', 'title.ru'],
  ['an action under another name', withAction({ id: 'go' }), 'test', '“go” stands under “run”'],
  ['an action without description', withAction({ description: undefined }), 'test', 'actions.run.description'],
  ['an input that is no object', withAction({ input: z.string() }), 'test', 'actions.run.input'],
  ['an output that is no schema', withAction({ output: {} }), 'test', 'actions.run.output'],
  ['an unknown rule of repetition', withAction({ repeat: 'maybe' }), 'test', 'actions.run.repeat'],
  ['a deadline of no time', withAction({ timeoutMs: 0 }), 'test', 'actions.run.timeoutMs'],
  [
    'tools that nothing lists',
    withAction({ tool: { irreversible: true, own: {}, expands: true } }),
    'test',
    'expandTools',
  ],
  ['an example that is no input', withAction({ example: { n: 'x' } }), 'test', 'the example of “run”'],
  ['a schema without JSON form', withAction({ output: z.date() }), 'test', 'JSON Schema'],
  ['no handler', { ...good, actions: {} }, 'test', '“run” has no handler'],
  ['a stray handler', { ...good, actions: { ...good.actions, extra: async () => 1 } }, 'test', '“extra”'],
  ['a handler that is none', { ...good, actions: { run: 'do it' } }, 'test', 'actions.run'],
  ['nothing at all', undefined, 'undefined', 'expected object'],
])('given %s, then plugin_invalid says so', (_, plugin, id, words) => {
  const error = refusalOf(plugin);
  expect(error).toBeInstanceOf(PluginError);
  expect(error).toMatchObject({ code: 'plugin_invalid', plugin: id, message: expect.stringContaining(words) });
});

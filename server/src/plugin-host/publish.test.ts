import { defineHandlers, definePlugin, type PluginEvent } from '@scenarium/sdk';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createPluginHost } from './create-plugin-host.ts';
import { createHttpClient } from './http-client/create-http-client.ts';
import { rememberedLog } from './plugins.fixture.ts';

const WORDS = { en: 'Words', ru: 'Слова' };
const event = (name: string): PluginEvent => ({ id: '1', name, tenant: 't', at: new Date(0).toISOString(), data: {} });

it('tells plugins what they asked for, each connection by itself; one that fails disturbs nobody', async () => {
  const heard: string[] = [];
  const base = { version: '1.0.0', sdk: '^0.1.0', title: WORDS, description: WORDS };
  const listener = defineHandlers(
    definePlugin({ ...base, id: 'listener', events: ['ticket.*'], config: z.object({ room: z.string() }) }),
    { onEvent: async ({ name }, { config }) => void heard.push(`${config.room} ${name}`) },
  );
  const broken = defineHandlers(definePlugin({ ...base, id: 'broken', events: ['ticket.opened'] }), {
    onEvent: async () => Promise.reject(new Error('at https://user:password@example.com/x')),
  });
  const { lines, log } = rememberedLog();
  const rooms = ['a', 'b'].map((room) => ({ id: room, name: room, plugin: 'listener', config: { room } }));
  const connections = {
    find: async ({ plugin, name }: { plugin: string; name?: string | undefined }) =>
      plugin === 'listener' ? rooms.filter((room) => name === undefined || room.name === name) : [],
    saveSecrets: async () => undefined,
  };
  const host = createPluginHost({
    plugins: [listener, broken],
    client: createHttpClient({ allow: [] }),
    log,
    connections,
  });
  host.publish(event('ticket.opened'));
  host.publish(event('conversation.started'));
  await expect.poll(() => heard.sort()).toEqual(['a ticket.opened', 'b ticket.opened']);
  await expect.poll(() => lines.filter(({ message }) => message === 'event failed')).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain('password');
});

/** What the plugin of the benchmark does, by name. */
export const WAYS = ['loops', 'allocates', 'exits', 'floods'] as const;

/** A plugin that does it. */
export const misbehaving = `
import { defineAction, defineHandlers, definePlugin } from '@scenarium/sdk';
import { z } from 'zod';

const words = { en: 'Misbehaving', ru: 'Ведёт себя дурно' };
const run = defineAction({
  id: 'run',
  title: words,
  description: words,
  input: z.object({ way: z.string() }),
  output: z.json(),
  repeat: 'never',
});
const ways = {
  loops() { for (;;); },
  allocates() { const all = []; for (;;) all.push(Buffer.alloc(20e6, 1)); },
  exits() { process.exit(1); },
  async floods() { for (;;) { console.log('x'.repeat(10_000)); await new Promise(setImmediate); } },
};
export const server = defineHandlers(
  definePlugin({ id: 'misbehaving', version: '1.0.0', sdk: '^0.1.0', title: words, description: words, actions: { run } }),
  { actions: { run: async ({ way }) => ways[way]() } },
);
`;

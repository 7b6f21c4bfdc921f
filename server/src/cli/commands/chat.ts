import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { randomUUID } from 'node:crypto';
import { compileScenario } from '@scenarium/language';
import { createSimulation } from '@scenarium/engine';
import { api } from '../api.ts';
import { CliError } from '../cli-error.ts';
import { readScenario } from '../read-scenario.ts';

interface Shown {
  text: string;
  buttons?: { id: string; label: string; url?: string }[] | undefined;
}

/** A conversation in the terminal: with a file through the engine alone, with an agent through its server. Ends with Ctrl-D. */
export async function chat(target: string, { locale, server }: { locale: string; server: string }): Promise<void> {
  const talk = existsSync(target) ? talkToFile(target, locale) : await talkToAgent(target, { locale, server });
  talk.begun.forEach(print);
  const input = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  input.prompt();
  for await (const line of input) {
    if (line.trim()) {
      const { replies, over } = await talk.say(line.trim());
      replies.forEach(print);
      if (over) break;
    }
    input.prompt();
  }
  input.close();
}

function print({ text, buttons = [] }: Shown): void {
  process.stdout.write(`${text}\n`);
  buttons.forEach(({ label, url }, i) =>
    process.stdout.write(`  ${i + 1}. ${label}${url === undefined ? '' : ` (${url})`}\n`),
  );
}

interface Talk {
  begun: Shown[];
  say(text: string): Promise<{ replies: Shown[]; over: boolean }>;
}

function talkToFile(file: string, locale: string): Talk {
  const compilation = compileScenario(readScenario(file));
  if (!compilation.ok) throw new CliError(compilation.problems.map(({ message }) => message.en).join('\n'));
  const simulation = createSimulation(compilation.compiled, {
    at: Date.now(),
    locale,
    actions: ({ action }) => ({ error: { code: 'not_here', message: `${action} is only carried out on a server` } }),
  });
  let seen = 0;
  const fresh = (): Shown[] => {
    const lines = simulation.lines.slice(seen);
    seen = simulation.lines.length;
    return lines.flatMap((line) => (line.from === 'agent' ? [line.message] : []));
  };
  return {
    begun: fresh(),
    async say(text) {
      simulation.advanceTime(1_000);
      simulation.say(text);
      return { replies: fresh(), over: simulation.run.status !== 'waiting' };
    },
  };
}

async function talkToAgent(agent: string, { locale, server }: { locale: string; server: string }): Promise<Talk> {
  const { conversation, token } = await api<{ conversation: { id: string }; token: string }>(
    server,
    'POST',
    '/conversations',
    { body: { agent, locale } },
  );
  const path = `/conversations/${conversation.id}`;
  const begun = await waitForFirst(server, path, token);
  return {
    begun,
    async say(text) {
      const body = { id: randomUUID(), text, wait: 20_000 };
      const { replies } = await api<{ replies: Shown[] }>(server, 'POST', `${path}/messages`, { token, body });
      const { status } = await api<{ status: string }>(server, 'GET', path, { token });
      return { replies, over: status === 'closed' };
    },
  };
}

async function waitForFirst(server: string, path: string, token: string): Promise<Shown[]> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { messages } = await api<{ messages: Shown[] }>(server, 'GET', `${path}/messages`, { token });
    if (messages.length > 0) return messages;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [];
}

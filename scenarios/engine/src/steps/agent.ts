import { parseDuration, type Json, type JsonObject, type StepOf } from '@scenarium/language';
import type { ReceivedMessage } from '../contract/event.ts';
import type { Token } from '../contract/run.ts';
import { callEffect } from '../work/call-effect.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { Work } from '../work/work.ts';
import { confirmation } from './agent-confirmation.ts';
import { toolInput, toolUse } from './agent-tools.ts';
import type { Outcome, StepHandler } from './handler.ts';
import { given, recordOf, textOf, unlessExhausted } from './model-parts.ts';

type Agent = StepOf<'agent'>;

/** A tool that the model wants to call. `tool`: which of the step's tools; nothing when it made one up. */
export interface ToolCall {
  id: string;
  name: string;
  tool?: number;
  /** Which of the tools that the step's tool stands for, where it stands for those of a connection. */
  of?: string;
  input: JsonObject;
  title?: { en: string; ru: string };
  irreversible?: boolean;
}

type Line =
  | { role: 'user'; text: string }
  | { role: 'assistant'; text: string; calls: ToolCall[] }
  | { role: 'tool'; call: string; name: string; text: string };

/** Where the agent is: what was said, the calls still to be carried out, and what was used up. Times in milliseconds. */
interface Memory {
  lines: Line[];
  calls: ToolCall[];
  confirmed: boolean;
  rounds: number;
  cost: number;
  spent: number;
  since: number;
}

/** Calls that one answer of the model may ask for. */
const MOST_CALLS = 20;
/** Characters of JSON. */
const LONGEST_RESULT = 8_000;
const LONGEST_MEMORY = 48_000;

/** One model, its tools, and a loop in which every call is a side effect of its own. */
export const agent: StepHandler<Agent> = {
  enter(work, token, step) {
    const known = token.memory === undefined ? undefined : (copyOf(token.memory) as Memory);
    // Entered again by a newer message: what was found out so far is kept.
    const memory: Memory = known ?? {
      lines: [],
      calls: [],
      confirmed: false,
      rounds: 0,
      cost: 0,
      spent: 0,
      since: work.at,
    };
    const text = known ? (work.run.message?.text ?? '') : work.renderText(token, step.input);
    refuseCalls(memory, 'the customer wrote something else first');
    memory.lines.push({ role: 'user', text });
    return think(work, token, step, memory);
  },
  resume(work, token, step, news) {
    const memory = copyOf(token.memory) as Memory;
    if (news.kind === 'message') return replied(work, token, step, { memory, message: news.message });
    if (news.kind !== 'output' || token.wait?.for !== 'effect') return { exit: 'next' };
    memory.spent += work.at - memory.since;
    if (token.wait.effect.action !== 'model.generate')
      return toolAnswered(work, token, step, { memory, text: shortened(news.output) });
    const { text: said, calls: wanted, usage } = recordOf(news.output);
    const text = textOf(said);
    const calls = Array.isArray(wanted) ? wanted.slice(0, MOST_CALLS).flatMap(callOf) : [];
    memory.cost += Number(recordOf(usage)['cost'] ?? 0) || 0;
    if (calls.length === 0) return conclude(work, token, step, text);
    memory.lines.push({ role: 'assistant', text, calls });
    memory.calls = [...calls];
    return nextCall(work, token, step, memory);
  },
  failed(work, token, step, error) {
    if (token.wait?.for !== 'effect' || token.wait.effect.action === 'model.generate')
      return unlessExhausted(work, token, step, error);
    const memory = copyOf(token.memory) as Memory;
    memory.spent += work.at - memory.since;
    return toolAnswered(work, token, step, { memory, text: `failed: ${error.code}: ${error.message}` });
  },
};

/** Asks the model what to do next. */
function think(work: Work, token: Token, step: Agent, memory: Memory): Outcome {
  const { rounds, time, cost } = step.limits;
  const used =
    memory.rounds >= rounds
      ? `${rounds} rounds`
      : memory.spent >= (parseDuration(time) ?? 0)
        ? time
        : cost !== undefined && memory.cost >= cost
          ? `a cost of ${cost}`
          : JSON.stringify(memory).length > LONGEST_MEMORY
            ? 'its memory'
            : null;
  if (used !== null) return limitReached(work, token, step, used);
  memory.rounds += 1;
  memory.since = work.at;
  token.memory = memory as unknown as Json;
  return callEffect(work, token, {
    action: 'model.generate',
    input: {
      instructions: work.renderText(token, step.instructions),
      messages: memory.lines as unknown as Json,
      history: step.history,
      tools: step.tools.map((tool) => toolUse(work, token, tool)),
      ...given({ model: step.model }),
    },
    timeoutMs: Math.max(1_000, Math.round((parseDuration(time) ?? 0) - memory.spent)),
    ...(step.say && { shown: true }),
  });
}

/** Carries out the next call that the model wants, after asking where that is called for. */
function nextCall(work: Work, token: Token, step: Agent, memory: Memory): Outcome {
  const [call] = memory.calls;
  if (!call) return think(work, token, step, memory);
  const tool = call.tool === undefined ? undefined : step.tools[call.tool];
  if (!tool) return toolAnswered(work, token, step, { memory, text: `failed: there is no tool “${call.name}”` });
  if ((tool.confirm ?? call.irreversible ?? false) && !memory.confirmed) {
    token.memory = memory as unknown as Json;
    work.command(token, { kind: 'send-message', ...confirmation.ask(work, token, step.confirm, call) });
    return { wait: { for: 'answer', attempt: 1 } };
  }
  memory.since = work.at;
  token.memory = memory as unknown as Json;
  return callEffect(work, token, {
    action: tool.action,
    input: toolInput(work, token, tool, call),
    ...(tool.connection !== undefined && { connection: tool.connection }),
    byModel: true,
  });
}

function toolAnswered(
  work: Work,
  token: Token,
  step: Agent,
  { memory, text }: { memory: Memory; text: string },
): Outcome {
  const call = memory.calls.shift() as ToolCall;
  memory.confirmed = false;
  memory.lines.push({ role: 'tool', call: call.id, name: call.name, text });
  return nextCall(work, token, step, memory);
}

/** The end user answered the question whether to go on. Anything but yes or no is something new to think about. */
function replied(
  work: Work,
  token: Token,
  step: Agent,
  { memory, message }: { memory: Memory; message: ReceivedMessage },
): Outcome {
  const answer = confirmation.read(message);
  if (answer === 'yes') return nextCall(work, token, step, { ...memory, confirmed: true });
  refuseCalls(memory, answer === 'no' ? 'the customer refused' : 'the customer did not agree');
  if (answer === undefined) memory.lines.push({ role: 'user', text: message.text });
  return think(work, token, step, memory);
}

/** Models want an answer to each of their calls. */
function refuseCalls(memory: Memory, why: string): void {
  for (const { id, name } of memory.calls)
    memory.lines.push({ role: 'tool', call: id, name, text: `not carried out: ${why}` });
  memory.calls = [];
  memory.confirmed = false;
}

function conclude(work: Work, token: Token, step: Agent, text: string): Outcome {
  if (step.say && text !== '') work.command(token, { kind: 'send-message', text, locale: work.run.locale });
  if (step.saveTo) work.assign(token, step.saveTo, text);
  return { exit: 'next' };
}

function limitReached(work: Work, token: Token, step: Agent, what: string): Outcome {
  if (work.compiled(token).flows(step.id, 'limit').length > 0) return { exit: 'limit' };
  throw new StepFailure('agent_limit', `the agent used up ${what} without an answer`);
}

function callOf(value: Json): ToolCall[] {
  const { id, name, tool, of, input, title, irreversible } = recordOf(value);
  if (typeof id !== 'string' || typeof name !== 'string') return [];
  return [
    {
      id,
      name,
      input: recordOf(input),
      ...(typeof tool === 'number' && { tool }),
      ...(typeof of === 'string' && { of }),
      ...(title !== undefined && { title: recordOf(title) as unknown as NonNullable<ToolCall['title']> }),
      ...(irreversible === true && { irreversible }),
    },
  ];
}

function shortened(output: Json): string {
  const text = typeof output === 'string' ? output : JSON.stringify(output);
  return text.length > LONGEST_RESULT ? `${text.slice(0, LONGEST_RESULT)}… (cut)` : text;
}

/** The state before an event stays as it was. */
function copyOf(memory: Json | undefined): unknown {
  return JSON.parse(JSON.stringify(memory ?? null));
}

import { z } from 'zod';
import type { PluginHandlers } from '../define-handlers.ts';

/**
 * What every plugin must be, beside what compiles: ids, texts in both languages, schemas that can be shown as forms, examples that are
 * valid, a handler for everything. Empty when all is well.
 *
 * @example it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));
 */
export function contractProblems({
  definition,
  actions,
  models,
  retrievers,
  channels,
  expandTools = {},
}: PluginHandlers): string[] {
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string): void => void (isRight || problems.push(problem));
  const words = (what: string, texts: { en: string; ru: string }): void =>
    check(Boolean(texts.en && texts.ru), `${what}: write it in English and Russian`);
  const form = (what: string, schema: z.ZodType): void => {
    try {
      z.toJSONSchema(schema, { io: 'input' });
    } catch (error) {
      problems.push(`${what}: cannot be shown as a form: ${(error as Error).message}`);
    }
  };
  check(/^[a-z][a-z0-9-]{0,49}$/.test(definition.id), `id “${definition.id}”: use small letters, digits and “-”`);
  words('title', definition.title);
  words('description', definition.description);
  if (definition.config) form('config', definition.config);
  for (const [name, action] of Object.entries(definition.actions)) {
    words(`${name}.title`, action.title);
    words(`${name}.description`, action.description);
    form(`${name}.input`, action.input);
    form(`${name}.output`, action.output);
    const wrong = action.example && action.input.safeParse(action.example).error;
    check(!wrong, `${name}.example: is no input: ${wrong ? z.prettifyError(wrong) : ''}`);
    check(typeof actions[name] === 'function', `${name}: has no handler`);
    const expands = action.tool?.expands ?? false;
    check(
      !expands || typeof expandTools[name] === 'function',
      `${name}.tool.expands: nothing in “expandTools” lists them`,
    );
    for (const part of expands ? ['tool', 'arguments'] : [])
      check(part in action.input.shape, `${name}.tool.expands: the input has no field “${part}”`);
    const own = Object.keys(action.tool?.own ?? {}).filter((field) => !(field in action.input.shape));
    check(own.length === 0, `${name}.tool.own: the input has no field ${own.join(', ')}`);
  }
  for (const kind of Object.keys(definition.models))
    check(typeof models[kind as keyof typeof models] === 'function', `model “${kind}”: has no handler`);
  for (const id of Object.keys(definition.retrievers))
    check(typeof retrievers[id] === 'function', `retriever “${id}”: has no handler`);
  for (const [id, channel] of Object.entries(definition.channels)) {
    words(`channel “${id}”`, channel.title);
    check(channel.modes.length > 0, `channel “${id}”.modes: name “webhook” or “poll”`);
    const handlers = channels[id];
    check(typeof handlers?.send === 'function', `channel “${id}”: nothing sends`);
    check(!channel.modes.includes('webhook') || !!handlers?.receive, `channel “${id}”: nothing receives`);
    check(!channel.modes.includes('poll') || !!handlers?.poll, `channel “${id}”: nothing polls`);
    check(
      channel.shows.typing === !!handlers?.typing,
      `channel “${id}”: “shows.typing” and the handler “typing” go together`,
    );
    check((channel.shows.maxText ?? LEAST_TEXT) >= LEAST_TEXT, `channel “${id}”.shows.maxText: ${LEAST_TEXT} or more`);
  }
  return problems;
}

/** A number and its button fit into so much. */
const LEAST_TEXT = 20;

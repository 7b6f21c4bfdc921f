import { dataOf, textOf } from '../../values.ts';
import type { Node } from '../graph.ts';
import type { Serving } from './step-of.ts';

/** Names that stand for what the end user writes. */
const QUESTION = new Set(['question', 'input', 'query', 'text', 'human_input', 'userMessage']);
/** Names that the step fills in by itself. */
const GIVEN = new Set(['chat_history', 'history', 'context', 'agent_scratchpad', 'tools', 'tool_names']);
const MESSAGE = '{{ message.text }}';
const LONGEST = 10_000;

/** The instructions and the prompt of a chain; `isKept`: does it remember what was said? */
export function promptOf(runner: Node, serving: Serving): { instructions: string; prompt: string; isKept: boolean } {
  const sources = [
    runner,
    ...serving.helpers.filter(({ category }) => category === 'Prompts' || category === 'Multi Agents'),
  ];
  const texts = (fields: readonly string[]): string =>
    sources
      .flatMap((node) => fields.map((field) => filled(textOf(node.inputs[field]), node, serving)))
      .filter(Boolean)
      .join('\n\n')
      .slice(0, LONGEST);
  return {
    instructions: texts([
      'systemMessagePrompt',
      'systemMessage',
      'responsePrompt',
      'instructions',
      'prefix',
      'supervisorPrompt',
      'workerPrompt',
    ]),
    prompt: texts(['template', 'humanMessagePrompt', 'humanMessage']),
    isKept: serving.helpers.some(({ category }) => category === 'Memory') || runner.name === 'conversationChain',
  };
}

/** A template of theirs, in which `{name}` is a value, as one of ours. */
function filled(text: string | undefined, node: Node, { outputs, notes }: Serving): string {
  if (text === undefined || /^\{\{[^{}]*\.data\.instance\}\}$/.test(text)) return '';
  const values = valuesOf(node.inputs['promptValues']);
  return text.replaceAll(/\{\{?([^{}]*)\}\}?/g, (whole, inside: string) => {
    const name = inside.trim();
    if (GIVEN.has(name)) return '';
    const given = values.get(name);
    const known = given === undefined ? undefined : referred(given, outputs);
    if (known !== undefined) return known;
    if (QUESTION.has(name)) return MESSAGE;
    if (!/^\w+$/.test(name)) return whole.replaceAll('{{', '\\{{');
    if (given === undefined) notes.note('unknown_reference', name);
    return (given ?? whole).replaceAll('{{', '\\{{');
  });
}

/** What a value such as `{{llmChain_0.data.instance}}` or `{{question}}` is here. */
function referred(value: string, outputs: ReadonlyMap<string, string>): string | undefined {
  const name = /^\{\{\s*([^{}]*?)(?:\.data\.instance)?\s*\}\}$/.exec(value)?.[1];
  if (name === undefined) return undefined;
  if (QUESTION.has(name)) return MESSAGE;
  const output = outputs.get(name);
  return output && `{{ ${output} }}`;
}

function valuesOf(value: unknown): ReadonlyMap<string, string> {
  let values = value;
  try {
    if (typeof value === 'string') values = JSON.parse(value);
  } catch {
    values = {};
  }
  return new Map(Object.entries(dataOf(values)).map(([key, item]) => [key, textOf(item) ?? '']));
}

import type { ScenarioInput } from '../../document/scenario.ts';
import { isRefusedKey } from '../../load/refused-key.ts';
import { listOf, numberOf, textOf, textsOf, type Data } from '../values.ts';
import type { Block } from './blocks.ts';
import type { DrawBlock, Drawing } from './drawing.ts';
import { hold } from './hold.ts';

type Llm = Extract<ScenarioInput['steps'][number], { type: 'llm' }>;
type Field = NonNullable<Llm['fields']>[string];

const MESSAGE = '{{ message.text }}';
const MOST_FIELDS = 50;

/** A block of a provider of models: chats become a model step, everything else keeps its place. */
export const drawModel: DrawBlock = (block, drawing) => {
  const task = textOf(block.options['action']) ?? textOf(block.options['task']) ?? '';
  if (/variable/i.test(task)) return drawExtraction(block, drawing);
  if (!/chat|ask|message|completion/i.test(task)) return hold({ ...block, type: `${block.type}-${task}` }, drawing);
  drawChat(block, drawing);
};

function drawChat({ options }: Block, drawing: Drawing): void {
  noteSettings(options, drawing);
  const messages = listOf(options['messages']);
  const instructions = textsIn(messages, 'system', drawing);
  const said = messages.flatMap((message) => spoken(message, drawing));
  const question = textOf(options['message']) ?? textOf(options['prompt']);
  const prompt = [...said, ...(question ? [drawing.template(question)] : [])].join('\n\n');
  const isDialogue = messages.some(({ role }) => role === 'Dialogue' || role === 'Messages sequence ✨');
  const variable = savedTo(options, drawing);
  const temperature =
    numberOf(options['temperature']) ?? numberOf((options['advancedSettings'] as Data | undefined)?.['temperature']);
  drawing.add({
    type: 'llm',
    prompt: prompt || MESSAGE,
    ...(instructions && { instructions }),
    ...(isDialogue && { history: 20 }),
    ...(temperature !== undefined && temperature >= 0 && temperature <= 2 && { temperature }),
    say: variable === undefined,
    ...(variable && { saveTo: variable }),
  });
}

function noteSettings(options: Data, { notes }: Drawing): void {
  const model = textOf(options['model']) ?? textOf(options['assistantId']);
  if (model) notes.note('model_default', model);
  for (const tool of listOf(options['tools'])) notes.note('tool_dropped', textOf(tool['name']) ?? 'tool');
  for (const tool of listOf(options['functions'])) notes.note('tool_dropped', textOf(tool['name']) ?? 'function');
}

function textsIn(messages: readonly Data[], role: string, { template }: Drawing): string {
  const texts = messages.filter((message) => message['role'] === role).map(({ content }) => textOf(content) ?? '');
  return texts.filter(Boolean).map(template).join('\n\n');
}

function spoken({ role, content }: Data, { template }: Drawing): string[] {
  const text = textOf(content);
  if (!text || role === 'system') return [];
  return [role === 'assistant' ? `Assistant: ${template(text)}` : template(text)];
}

/** The variable that gets the answer: the first that is asked for. */
function savedTo(options: Data, { variables }: Drawing): string | undefined {
  const wanted = listOf(options['responseMapping']).find(({ item, valueToExtract }) =>
    [undefined, 'Message content', 'Message', 'Content'].includes(textOf(item) ?? textOf(valueToExtract)),
  );
  return variables.byId(wanted?.['variableId'])?.source;
}

/** A model fills in variables: the record it gives is spread over them. */
function drawExtraction(block: Block, drawing: Drawing): void {
  const { options, title } = block;
  const wanted = listOf(options['variablesToExtract'])
    .flatMap((one) => {
      const variable = drawing.variables.byId(one['variableId'])?.source;
      return variable && !isRefusedKey(variable) ? [{ variable, field: fieldOf(one) }] : [];
    })
    .slice(0, MOST_FIELDS);
  if (wanted.length === 0) return hold(block, drawing);
  noteSettings(options, drawing);
  const record = drawing.sketch.variable(`record ${title}`, { type: 'object' });
  drawing.add({
    type: 'llm',
    prompt: drawing.template(textOf(options['prompt']) ?? '') || MESSAGE,
    fields: Object.fromEntries(wanted.map(({ variable, field }) => [variable, field])),
    saveTo: record,
  });
  drawing.add({
    type: 'set',
    assign: wanted.map(({ variable }) => ({ variable, value: `${record}.${variable}` })),
  });
}

function fieldOf({ type, description, values, isRequired }: Data): Field {
  const choices = textsOf(values).slice(0, 50);
  return {
    type: type === 'number' || type === 'boolean' ? type : type === 'enum' && choices.length > 0 ? 'choice' : 'text',
    description: (textOf(description) ?? '').slice(0, 500),
    ...(type === 'enum' && choices.length > 0 && { values: choices.map((value) => value.slice(0, 100)) }),
    required: isRequired !== false,
  };
}

import type { ScenarioInput } from '../../../document/scenario.ts';
import { isRefusedKey } from '../../../load/refused-key.ts';
import { dataOf, numberOf, textOf, type Data } from '../../values.ts';
import { arrayOf, type Node } from '../graph.ts';
import type { Drawing, DrawNode } from './drawing.ts';
import { updateState } from './update-state.ts';

type Llm = Extract<ScenarioInput['steps'][number], { type: 'llm' }>;
type Field = NonNullable<Llm['fields']>[string];

const MESSAGE = '{{ message.text }}';
const HISTORY = 20;
const MOST_FIELDS = 50;

/** What is said to a model: the instructions, and what the end user says. */
function messagesOf(
  { inputs }: Node,
  prefix: 'llm' | 'agent',
  { template }: Drawing,
): Record<'instructions' | 'prompt', string> {
  const messages = arrayOf(inputs[`${prefix}Messages`]).map(({ role, content }) => ({ role, text: template(content) }));
  const isInstruction = ({ role }: { role: unknown }): boolean => role === 'system' || role === 'developer';
  const said = messages.filter((message) => !isInstruction(message));
  const user = template(inputs[`${prefix}UserMessage`]);
  return {
    instructions: joined(messages.filter(isInstruction).map(({ text }) => text)),
    prompt: joined([...said.map(({ role, text }) => (role === 'assistant' ? `Assistant: ${text}` : text)), user]),
  };
}

function joined(texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n\n');
}

function noteModel(config: Data, { notes }: Drawing, model: unknown): void {
  const name = textOf(config['modelName']) ?? textOf(config['customModelName']) ?? textOf(model);
  if (name) notes.note('model_default', name);
}

function temperatureOf(config: Data): { temperature?: number } {
  const temperature = numberOf(config['temperature']);
  return temperature !== undefined && temperature >= 0 && temperature <= 2 ? { temperature } : {};
}

export const drawLlm: DrawNode = (node, drawing) => {
  const { inputs } = node;
  const config = dataOf(inputs['llmModelConfig']);
  noteModel(config, drawing, inputs['llmModel']);
  const { instructions, prompt } = messagesOf(node, 'llm', drawing);
  const fields = fieldsOf(inputs['llmStructuredOutput']);
  drawing.add({
    type: 'llm',
    prompt: prompt || MESSAGE,
    ...(instructions && { instructions }),
    ...(inputs['llmEnableMemory'] !== false && { history: HISTORY }),
    ...temperatureOf(config),
    ...(fields && { fields }),
    say: drawing.isLast && !fields,
    ...(drawing.output && { saveTo: drawing.output }),
  });
  updateState(node, drawing);
};

export const drawAgent: DrawNode = (node, drawing) => {
  const { inputs } = node;
  noteModel(dataOf(inputs['agentModelConfig']), drawing, inputs['agentModel']);
  const { instructions, prompt } = messagesOf(node, 'agent', drawing);
  const tools = arrayOf(inputs['agentTools']);
  const stores = [...arrayOf(inputs['agentKnowledgeDocumentStores']), ...arrayOf(inputs['agentKnowledgeVSEmbeddings'])];
  for (const tool of tools) drawing.notes.note('tool_dropped', textOf(tool['agentSelectedTool']) ?? 'tool');
  for (const store of stores) drawing.notes.note('knowledge_elsewhere', storeName(store));
  if (arrayOf(inputs['agentStructuredOutput']).length > 0) drawing.notes.note('settings_dropped', 'structured output');
  const common = { say: drawing.isLast, ...(drawing.output && { saveTo: drawing.output }) };
  if (stores.length > 0 && tools.length === 0) {
    const step = drawing.add({
      type: 'answer',
      question: prompt || MESSAGE,
      ...(instructions && { instructions }),
      ...common,
    });
    drawing.lead(step, { on: 'unknown', to: 0 });
  } else {
    drawing.add({
      type: 'agent',
      instructions: instructions || node.label || 'Help the end user.',
      input: prompt || MESSAGE,
      ...(inputs['agentEnableMemory'] === false && { history: 0 }),
      ...common,
    });
  }
  updateState(node, drawing);
};

export const drawRetriever: DrawNode = (node, drawing) => {
  const { inputs } = node;
  drawing.notes.note('passages_as_answer');
  for (const store of arrayOf(inputs['retrieverKnowledgeDocumentStores']))
    drawing.notes.note('knowledge_elsewhere', storeName(store));
  const step = drawing.add({
    type: 'answer',
    question: drawing.template(inputs['retrieverQuery']) || MESSAGE,
    say: drawing.isLast,
    ...(drawing.output && { saveTo: drawing.output }),
  });
  drawing.lead(step, { on: 'unknown', to: 0 });
  updateState(node, drawing);
};

function storeName({ documentStore, knowledgeName }: Data): string {
  return textOf(documentStore)?.replace(/^[^:]*:/, '') ?? textOf(knowledgeName) ?? 'documents';
}

/** The model chooses the way by what each case is about. */
export const drawConditionAgent: DrawNode = ({ inputs }, drawing) => {
  noteModel(dataOf(inputs['conditionAgentModelConfig']), drawing, inputs['conditionAgentModel']);
  const scenarios = arrayOf(inputs['conditionAgentScenarios'])
    .map(({ scenario }) => textOf(scenario))
    .slice(0, 50);
  const instructions = drawing.template(inputs['conditionAgentInstructions']);
  if (instructions) drawing.notes.note('settings_dropped', instructions);
  const cases = scenarios.length > 0 ? scenarios : [undefined];
  const step = drawing.add({
    type: 'classify',
    input: drawing.template(inputs['conditionAgentInput']) || MESSAGE,
    intents: cases.map((scenario, i) => ({ id: `case_${i + 1}`, description: (scenario ?? '').slice(0, 500) })),
  });
  cases.forEach((_, i) => drawing.lead(step, { on: `intent:case_${i + 1}`, to: i }));
  drawing.lead(step, { on: 'other', to: cases.length - 1 });
  drawing.notes.note('other_exit', cases.at(-1) ?? '');
  drawing.ends();
};

function fieldsOf(value: unknown): Record<string, Field> | undefined {
  const fields = arrayOf(value)
    .slice(0, MOST_FIELDS)
    .flatMap((field): [string, Field][] => {
      const key = (textOf(field['key']) ?? '').replaceAll(/\W+/g, '_');
      return /^[A-Za-z_]\w{0,63}$/.test(key) && !isRefusedKey(key) ? [[key, fieldOf(field)]] : [];
    });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

function fieldOf({ type, enumValues, description }: Data): Field {
  const values = (textOf(enumValues) ?? '')
    .split(',')
    .map((value) => value.trim().slice(0, 100))
    .filter(Boolean)
    .slice(0, 50);
  const isChoice = type === 'enum' && values.length > 0;
  return {
    type: isChoice
      ? 'choice'
      : type === 'number' || type === 'boolean'
        ? type
        : String(type).endsWith('Array')
          ? 'list'
          : 'text',
    description: (textOf(description) ?? '').slice(0, 500),
    ...(isChoice && { values }),
  };
}

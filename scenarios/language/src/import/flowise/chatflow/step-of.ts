import type { StepDraft } from '../../../bpmn/read/draft.ts';
import { placeholderAction, settingsAsInput } from '../../placeholder.ts';
import type { NodeNotes } from '../../report.ts';
import { numberOf, textOf } from '../../values.ts';
import type { Node } from '../graph.ts';
import { isKnowledge } from './helper-note.ts';
import { promptOf } from './prompt-of.ts';

/** What a chain or an agent is drawn with. `outputs`: the variables that keep what chains before it gave. */
export interface Serving {
  helpers: readonly Node[];
  notes: NodeNotes;
  outputs: ReadonlyMap<string, string>;
}

/** A step that gives an answer, before it is known who gets it. */
type Answering = Extract<StepDraft, { type: 'llm' | 'answer' | 'agent' | 'action' }>;
type Make = (runner: Node, serving: Serving) => Answering;

const MESSAGE = '{{ message.text }}';
const HISTORY = 20;

/** Chains that do something of their own: an action holds their place. */
const SPECIAL = new Set([
  'csvAgent',
  'airtableAgent',
  'sqlDatabaseChain',
  'getApiChain',
  'postApiChain',
  'openApiChain',
  'graphCypherQAChain',
  'multiPromptChain',
]);
const CHATS = new Set(['llmChain', 'conversationChain', 'simpleChatEngine', 'seqLLMNode']);

/** The step that a chain, an engine or an agent is. */
export function stepOf(runner: Node, serving: Serving): Answering {
  if (SPECIAL.has(runner.name)) return held(runner, serving);
  if (CHATS.has(runner.name)) return chat(runner, serving);
  const hasKnowledge = serving.helpers.some(isKnowledge);
  const tools = serving.helpers.filter((helper) => helper.category.startsWith('Tools') && !isKnowledge(helper));
  const isAgent = runner.category === 'Agents' || runner.category.endsWith(' Agents');
  if (!isAgent || (hasKnowledge && tools.length === 0)) return answer(runner, serving);
  for (const tool of tools) serving.notes.note('tool_dropped', tool.label || tool.name);
  return agent(runner, serving);
}

const chat: Make = (runner, serving) => {
  const { instructions, prompt, isKept } = promptOf(runner, serving);
  return {
    type: 'llm',
    prompt: prompt || MESSAGE,
    ...(instructions && { instructions }),
    ...(isKept && { history: HISTORY }),
    ...temperatureOf(serving),
  };
};

const answer: Make = (runner, serving) => {
  const { instructions } = promptOf(runner, serving);
  return { type: 'answer', ...(instructions && { instructions }) };
};

const agent: Make = (runner, serving) => {
  const { instructions } = promptOf(runner, serving);
  return {
    type: 'agent',
    instructions: instructions || runner.label || 'Help the end user.',
    ...(!serving.helpers.some(({ category }) => category === 'Memory') && { history: 0 }),
  };
};

const held: Make = (runner, { notes }) => {
  const action = placeholderAction('flowise', runner.name);
  notes.note('placeholder', action);
  return { type: 'action', action, input: settingsAsInput(runner.inputs, (text) => text.replaceAll('{{', '\\{{')) };
};

function temperatureOf({ helpers }: Serving): { temperature?: number } {
  const model = helpers.find(({ category }) => category === 'Chat Models' || category === 'LLMs');
  const temperature = numberOf(textOf(model?.inputs['temperature']));
  return temperature !== undefined && temperature >= 0 && temperature <= 2 ? { temperature } : {};
}

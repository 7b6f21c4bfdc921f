import { createIds } from '../../../bpmn/ids.ts';
import { isRefusedKey } from '../../../load/refused-key.ts';
import { plainQuestions } from '../../questions.ts';
import { settingsAsInput } from '../../placeholder.ts';
import { numberOf, textOf } from '../../values.ts';
import { arrayOf } from '../graph.ts';
import { plainText } from '../texts.ts';
import { drawCondition } from './conditions.ts';
import type { DrawNode } from './drawing.ts';
import { holdAs } from './hold.ts';
import { drawRequest } from './http.ts';
import { drawAgent, drawConditionAgent, drawLlm, drawRetriever } from './models.ts';
import { drawStart } from './start.ts';
import { updateState } from './update-state.ts';

const USUAL_ROUNDS = 5;

const drawReply: DrawNode = ({ inputs }, drawing) => {
  drawing.add({ type: 'message', text: drawing.say(drawing.template(inputs['directReplyMessage'])) });
};

/** A person says yes or no. */
const drawHumanInput: DrawNode = ({ inputs }, drawing) => {
  if (inputs['humanInputEnableFeedback'] === true) drawing.notes.note('settings_dropped', 'feedback');
  if (inputs['humanInputDescriptionType'] === 'dynamic')
    drawing.notes.note('settings_dropped', 'description by a model');
  const labels = { en: ['Proceed', 'Reject'], ru: ['Продолжить', 'Отклонить'] }[drawing.sketch.locale];
  const step = drawing.add({
    type: 'ask',
    prompt: drawing.say(
      drawing.template(inputs['humanInputDescription']) || plainQuestions[drawing.sketch.locale].choose,
    ),
    answer: {
      type: 'choice',
      options: ['proceed', 'reject'].map((id, i) => ({ id, label: drawing.say(labels[i] as string) })),
    },
    ...(drawing.output && { saveTo: drawing.output }),
  });
  drawing.lead(step, { on: 'option:proceed', to: 0 });
  drawing.lead(step, { on: 'option:reject', to: 1 });
  drawing.sketch.flow({ from: step, on: 'failed', to: step });
  drawing.ends();
};

/** Goes back so many times; a variable counts them. */
const drawLoop: DrawNode = ({ inputs, label }, drawing) => {
  const target = textOf(inputs['loopBackToNode']) ?? '';
  const known = drawing.graph.nodes.find(({ id }) => target === id || target.startsWith(`${id}-`));
  if (!known) drawing.notes.note('lost_target', target);
  const fallback = plainText(inputs['fallbackMessage']);
  if (fallback) drawing.notes.note('settings_dropped', fallback);
  const rounds = drawing.sketch.variable(`rounds of ${label}`, { type: 'number', default: 0 });
  const most = Math.max(1, Math.round(numberOf(inputs['maxLoopCount']) ?? USUAL_ROUNDS));
  drawing.add({ type: 'set', assign: [{ variable: rounds, value: `${rounds} + 1` }] });
  const step = drawing.add({ type: 'condition' });
  drawing.leadTo(step, { node: known?.id ?? '', when: `${rounds} <= ${most}` });
  drawing.ends();
};

const drawCall: DrawNode = (node, drawing) => {
  const flow = textOf(node.inputs['executeFlowSelectedFlow']) ?? 'flow';
  const scenario = createIds().take(flow, 'scenario');
  drawing.notes.note('call_unchecked', scenario);
  const input = plainText(node.inputs['executeFlowInput']);
  if (input) drawing.notes.note('settings_dropped', input);
  drawing.add({ type: 'call', scenario });
  updateState(node, drawing);
};

const drawFunction: DrawNode = (node, drawing) => {
  const { customFunctionInputVariables: variables, customFunctionJavascriptFunction: script } = node.inputs;
  const input = arrayOf(variables).flatMap(({ variableName, variableValue }) => {
    const name = textOf(variableName);
    return name && !isRefusedKey(name) ? [[name, variableValue] as const] : [];
  });
  holdAs(node, { kind: 'function', input: { script, variables: Object.fromEntries(input) }, isScript: true }, drawing);
};

const drawTool: DrawNode = (node, drawing) => {
  const kind = textOf(node.inputs['toolAgentflowSelectedTool']) ?? 'tool';
  const input = arrayOf(node.inputs['toolInputArgs']).flatMap(({ inputArgName, inputArgValue }) => {
    const name = textOf(inputArgName);
    return name && !isRefusedKey(name) ? [[name, inputArgValue] as const] : [];
  });
  holdAs(node, { kind, input: Object.fromEntries(input) }, drawing);
};

/** What is inside is drawn after it, and done once. */
const drawIteration: DrawNode = (node, drawing) => {
  drawing.notes.note('runs_once');
  const step = drawing.add({
    type: 'action',
    action: 'flowise.iteration',
    input: settingsAsInput({ list: node.inputs['iterationInput'] }, drawing.template),
    ...(drawing.output && { saveTo: drawing.output }),
  });
  const children = drawing.graph.nodes.filter(({ parent }) => parent === node.id).map(({ id }) => id);
  const first = children.find((id) => !drawing.graph.into(id).some(({ from }) => children.includes(from)));
  if (first === undefined) return;
  drawing.leadTo(step, { node: first });
  drawing.ends();
};

/** How each type of node is drawn; others keep their place. */
export const kinds: ReadonlyMap<string, DrawNode> = new Map<string, DrawNode>([
  ['startAgentflow', drawStart],
  ['llmAgentflow', drawLlm],
  ['agentAgentflow', drawAgent],
  ['conditionAgentflow', drawCondition],
  ['conditionAgentAgentflow', drawConditionAgent],
  ['directReplyAgentflow', drawReply],
  ['humanInputAgentflow', drawHumanInput],
  ['loopAgentflow', drawLoop],
  ['executeFlowAgentflow', drawCall],
  ['customFunctionAgentflow', drawFunction],
  ['toolAgentflow', drawTool],
  ['httpAgentflow', drawRequest],
  ['retrieverAgentflow', drawRetriever],
  ['iterationAgentflow', drawIteration],
]);

import { createIds } from '../../bpmn/ids.ts';
import { listOf, numberOf, textOf } from '../values.ts';
import { conditionOf } from './conditions.ts';
import { dataOf } from '../values.ts';
import type { DrawBlock } from './drawing.ts';
import { hold } from './hold.ts';
import { drawSetVariable } from './set-variable.ts';

const MOST_ITEMS = 100;

const drawCondition: DrawBlock = ({ data }, drawing) => {
  const step = drawing.add({ type: 'condition' });
  const items = listOf(data['items']);
  if (items.length > MOST_ITEMS) drawing.notes.note('cut', `${items.length} → ${MOST_ITEMS}`);
  for (const item of items.slice(0, MOST_ITEMS)) {
    const edge = textOf(item['outgoingEdgeId']);
    const when = conditionOf(item['content'], drawing);
    drawing.lead({ from: step, when, to: edge ? { edge } : 'after' });
  }
  drawing.lead({ from: step, on: 'else', to: 'after' });
  drawing.ends();
};

const drawJump: DrawBlock = ({ options }, drawing) => {
  drawing.notes.note('became_flow');
  drawing.stepsAside({ group: textOf(options['groupId']), block: textOf(options['blockId']) });
};

const drawLink: DrawBlock = (block, drawing) => {
  const { options } = block;
  const typebot = textOf(options['typebotId']);
  if (typebot === undefined || typebot === 'current') {
    drawing.notes.note(block.next || block.edge ? 'no_return' : 'became_flow');
    return drawing.stepsAside({ group: textOf(options['groupId']) });
  }
  const scenario = createIds().take(typebot, 'scenario');
  drawing.notes.note('call_unchecked', scenario);
  if (textOf(options['groupId'])) drawing.notes.note('settings_dropped', 'group of the linked bot');
  drawing.add({ type: 'call', scenario });
};

const drawWait: DrawBlock = ({ options }, drawing) => {
  const text = textOf(options['secondsToWaitFor']) ?? '';
  const seconds = numberOf(text);
  if (seconds === undefined && !text.includes('{{')) {
    drawing.notes.note('settings_dropped', text || 'seconds');
    return drawing.stepsAside('after');
  }
  drawing.add({
    type: 'wait',
    for: seconds === undefined ? `${drawing.template(text)}s` : `${Math.max(1, Math.round(seconds))}s`,
  });
};

const drawSplit: DrawBlock = ({ data }, drawing) => {
  drawing.notes.note('always_first');
  const step = drawing.add({ type: 'condition' });
  const [first, second] = listOf(data['items']).map(({ outgoingEdgeId }) => textOf(outgoingEdgeId));
  drawing.lead({ from: step, when: 'true', to: first ? { edge: first } : 'after' });
  drawing.lead({ from: step, on: 'else', to: second ? { edge: second } : 'after' });
  drawing.ends();
};

const drawRedirect: DrawBlock = ({ options }, drawing) => {
  const url = textOf(options['url']) ?? '';
  drawing.notes.note('as_link', url);
  drawing.add({
    type: 'message',
    text: drawing.say(url),
    buttons: url
      ? [{ id: 'open', label: drawing.say(url.replace(/^https?:\/\//, '')), url: drawing.template(url) }]
      : [],
  });
};

const drawWebhook: DrawBlock = (block, drawing) => {
  drawing.notes.note('connection_needed', `webhook ${block.id}`);
  if (listOf(block.options['responseVariableMapping']).length > 0)
    drawing.notes.note('settings_dropped', 'saved fields of the webhook');
  drawing.add({ type: 'event', event: `webhook.${block.id}`.slice(0, 128) });
};

const drawReturn: DrawBlock = (_, drawing) => {
  drawing.add({ type: 'end', outcome: 'returned' });
  drawing.ends();
};

const drawScript: DrawBlock = (block, drawing) => {
  const { name, content } = dataOf(block.options);
  hold({ ...block, options: { title: name, script: content } }, drawing);
};

export const logic: Readonly<Record<string, DrawBlock>> = {
  'Set variable': drawSetVariable,
  Condition: drawCondition,
  Redirect: drawRedirect,
  Code: drawScript,
  'Typebot link': drawLink,
  Wait: drawWait,
  'AB test': drawSplit,
  webhook: drawWebhook,
  Jump: drawJump,
  Return: drawReturn,
};

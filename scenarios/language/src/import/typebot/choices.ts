import { createIds } from '../../bpmn/ids.ts';
import type { ScenarioInput } from '../../document/scenario.ts';
import { slugOf } from '../slug.ts';
import { dataOf, listOf, textOf, type Data } from '../values.ts';
import type { DrawBlock, Drawing } from './drawing.ts';
import { questionOf } from './question.ts';

type Ask = Extract<ScenarioInput['steps'][number], { type: 'ask' }>;
type Option = Extract<Ask['answer'], { type: 'choice' }>['options'][number];

const MOST_OPTIONS = 50;
const MOST_PICTURES = 10;

interface Item {
  label: string;
  value: string | undefined;
  edge: string | undefined;
}

export const drawChoice: DrawBlock = ({ data, options }, drawing) => {
  const dynamic = drawing.variables.byId(options['dynamicVariableId']);
  if (dynamic) return askFromList(options, dynamic.source, drawing);
  const items = listOf(data['items']).map((item) => {
    noteConditions(item, drawing);
    return {
      label: textOf(item['content']) ?? '…',
      value: textOf(item['value']),
      edge: textOf(item['outgoingEdgeId']),
    };
  });
  choose(items, options, drawing);
};

export const drawPictures: DrawBlock = ({ data, options }, drawing) => {
  const { isEnabled, titlesVariableId } = dataOf(options['dynamicItems']);
  const titles = isEnabled === true ? drawing.variables.byId(titlesVariableId) : undefined;
  if (titles) return askFromList(options, titles.source, drawing);
  const items = listOf(data['items']);
  showPictures(
    items.map((item) => ({ url: textOf(item['pictureSrc']), name: textOf(item['title']) })),
    drawing,
  );
  const choices = items.map((item) => {
    noteConditions(item, drawing);
    const [title, description] = [textOf(item['title']), textOf(item['description'])];
    return {
      label: [title, description].filter(Boolean).join(': ') || '…',
      value: textOf(item['value']) ?? title,
      edge: textOf(item['outgoingEdgeId']),
    };
  });
  choose(choices, options, drawing);
};

/** Cards become one question: a button for every button of every card. */
export const drawCards: DrawBlock = ({ data, options }, drawing) => {
  const cards = listOf(data['items']);
  if (listOf(options['saveResponseMapping']).length > 0)
    drawing.notes.note('settings_dropped', 'saved fields of the card');
  showPictures(
    cards.map((card) => ({ url: textOf(card['imageUrl']), name: textOf(card['title']) })),
    drawing,
  );
  const choices = cards.flatMap((card) => {
    noteConditions(dataOf(card['options']), drawing);
    const title = [textOf(card['title']), textOf(card['description'])].filter(Boolean).join(': ');
    const value = textOf(dataOf(card['options'])['internalValue']) ?? textOf(card['title']);
    const paths = listOf(card['paths']);
    const buttons = paths.length > 0 ? paths : [card];
    return buttons.map((button) => ({
      label: [title, textOf(button['text'])].filter(Boolean).join(' · ') || '…',
      value,
      edge: textOf(button['outgoingEdgeId']),
    }));
  });
  choose(choices, options, drawing);
};

function choose(items: readonly Item[], options: Data, drawing: Drawing): void {
  if (items.length === 0) return void drawing.add({ type: 'ask', prompt: questionOf(options, drawing, 'choose') });
  if (items.length > MOST_OPTIONS) drawing.notes.note('cut', `${items.length} → ${MOST_OPTIONS}`);
  if (options['isMultipleChoice'] === true) drawing.notes.note('multiple_choice');
  const ids = createIds();
  const chosen = items
    .slice(0, MOST_OPTIONS)
    .map((item) => ({ item, id: ids.take(slugOf(item.label) ?? 'option', 'option') }));
  const variable = drawing.variables.byId(options['variableId']);
  const step = drawing.add({
    type: 'ask',
    prompt: questionOf(options, drawing, 'choose'),
    answer: {
      type: 'choice',
      options: chosen.map(({ item, id }): Option => ({
        id,
        label: drawing.say(item.label),
        value: item.value ?? item.label,
      })),
    },
    ...(variable && { saveTo: variable.source }),
  });
  for (const { item, id } of chosen)
    if (item.edge) drawing.lead({ from: step, on: `option:${id}`, to: { edge: item.edge } });
  if (chosen.every(({ item }) => item.edge)) drawing.ends();
  drawing.lead({ from: step, on: 'failed', to: { step } });
}

function askFromList(options: Data, list: string, drawing: Drawing): void {
  drawing.notes.note('dynamic_choice', list);
  const variable = drawing.variables.byId(options['variableId']);
  const question = drawing.template(drawing.prompt ?? '');
  drawing.add({
    type: 'ask',
    prompt: drawing.sketch.say(`${question}\n{{ join(default(${list}, []), "\\n") }}`.trim(), 'question'),
    ...(variable && { saveTo: variable.source }),
  });
}

function showPictures(pictures: { url: string | undefined; name: string | undefined }[], drawing: Drawing): void {
  const shown = pictures.filter(({ url }) => url !== undefined);
  if (shown.length === 0) return;
  if (shown.length > MOST_PICTURES) drawing.notes.note('cut', `${shown.length} → ${MOST_PICTURES}`);
  drawing.add({
    type: 'message',
    text: drawing.say(''),
    attachments: shown.slice(0, MOST_PICTURES).map(({ url, name }) => ({
      url: drawing.template(url as string),
      type: 'image' as const,
      ...(name && { name: drawing.template(name) }),
    })),
  });
}

function noteConditions(item: Data, { notes }: Drawing): void {
  if (dataOf(item['displayCondition'])['isEnabled'] === true) notes.note('settings_dropped', 'display condition');
}

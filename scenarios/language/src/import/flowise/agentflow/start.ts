import { createIds } from '../../../bpmn/ids.ts';
import { plainQuestions } from '../../questions.ts';
import { slugOf } from '../../slug.ts';
import { textOf, type Data } from '../../values.ts';
import { arrayOf } from '../graph.ts';
import type { Drawing, DrawNode } from './drawing.ts';

const MOST_OPTIONS = 50;

/** The flow begins; what a form asked for is asked here. */
export const drawStart: DrawNode = ({ inputs }, drawing) => {
  const type = textOf(inputs['startInputType']) ?? 'chatInput';
  if (type !== 'chatInput' && type !== 'formInput') drawing.notes.note('settings_dropped', type);
  if (type !== 'formInput') {
    return drawing.notes.note('became_flow');
  }
  const title = [inputs['formTitle'], inputs['formDescription']].map((text) => drawing.template(text)).filter(Boolean);
  if (title.length > 0) drawing.add({ type: 'message', text: drawing.say(title.join('\n')) });
  for (const field of arrayOf(inputs['formInputTypes'])) askField(field, drawing);
};

function askField(field: Data, drawing: Drawing): void {
  const { type, label, name } = field;
  const options = arrayOf(field['addOptions']).map(({ option }) => textOf(option) ?? '…');
  const isChoice = (type === 'options' && options.length > 0) || type === 'boolean';
  const labels = type === 'boolean' ? ['true', 'false'] : options.slice(0, MOST_OPTIONS);
  const ids = createIds();
  const step = drawing.add({
    type: 'ask',
    prompt: drawing.say(drawing.template(label) || plainQuestions[drawing.sketch.locale].answer),
    answer: isChoice
      ? {
          type: 'choice',
          options: labels.map((option) => ({
            id: ids.take(slugOf(option) ?? 'option', 'option'),
            label: drawing.say(drawing.template(option)),
            value: type === 'boolean' ? option === 'true' : option,
          })),
        }
      : type === 'number'
        ? { type: 'number' }
        : { type: 'text' },
    saveTo: drawing.stateVariable(textOf(name) ?? textOf(label) ?? 'field'),
  });
  if (isChoice || type === 'number') drawing.sketch.flow({ from: step, on: 'failed', to: step });
}

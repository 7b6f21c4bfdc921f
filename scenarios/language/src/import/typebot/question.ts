import { plainQuestions } from '../questions.ts';
import { dataOf, textOf, type Data } from '../values.ts';
import type { Drawing } from './drawing.ts';

/** The question of an input: the text before it, else what its field showed. */
export function questionOf(options: Data, drawing: Drawing, kind: 'answer' | 'choose' = 'answer'): string {
  if (drawing.prompt !== undefined) return drawing.say(drawing.prompt);
  const placeholder = textOf(dataOf(options['labels'])['placeholder']) ?? plainQuestions[drawing.sketch.locale][kind];
  drawing.notes.note('question_added', placeholder);
  return drawing.say(placeholder);
}

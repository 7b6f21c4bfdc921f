import type { Answer } from '../../steps/ask.ts';
import { dataOf, numberOf, textOf, type Data } from '../values.ts';
import type { Block } from './blocks.ts';
import { drawCards, drawChoice, drawPictures } from './choices.ts';
import type { DrawBlock, Drawing } from './drawing.ts';
import { hold } from './hold.ts';
import { questionOf } from './question.ts';

const URL_PATTERN = '(?i)(https?://)?[^\\s/.]+(\\.[^\\s/.]+)+(/\\S*)?';
const TIME_PATTERN = '([01]?\\d|2[0-3])[:.][0-5]\\d';
const ANY_TEXT: Answer = { type: 'text', minLength: 1, maxLength: 2_000 };

type AnswerOf = (options: Data, drawing: Drawing) => Answer;

const drawInput =
  (answerOf: AnswerOf): DrawBlock =>
  ({ options }, drawing) => {
    const answer = answerOf(options, drawing);
    const variable = drawing.variables.byId(options['variableId']);
    const retry = textOf(options['retryMessageContent']);
    const id = drawing.add({
      type: 'ask',
      prompt: questionOf(options, drawing),
      answer,
      ...(retry && { reprompt: drawing.say(retry) }),
      ...(variable && { saveTo: variable.source }),
    });
    if (answer.type !== 'text') drawing.lead({ from: id, on: 'failed', to: { step: id } });
  };

const numberAnswer: AnswerOf = ({ min, max, step }, { notes }) => {
  const bounds = { min: numberOf(min), max: numberOf(max) };
  for (const bound of [min, max])
    if (textOf(bound) && numberOf(bound) === undefined) notes.note('settings_dropped', textOf(bound));
  const isInteger = numberOf(step) !== undefined && Number.isInteger(numberOf(step)) && bounds.min !== undefined;
  return {
    type: 'number',
    integer: isInteger,
    ...(bounds.min !== undefined && { min: bounds.min }),
    ...(bounds.max !== undefined && { max: bounds.max }),
  };
};

const ratingAnswer: AnswerOf = ({ length, startsAt, buttonType }) => {
  const first = numberOf(startsAt) ?? (buttonType === 'Icons' ? 1 : 0);
  const last = Math.max(first, numberOf(length) ?? 10);
  return { type: 'number', min: first, max: last, integer: true };
};

const dateAnswer: AnswerOf = ({ hasTime, isRange, min, max }, { notes }) => {
  if (isRange === true) {
    notes.note('answer_as_text', 'from … to …');
    return ANY_TEXT;
  }
  const bound = (value: unknown): string | undefined => {
    const date = /^\d{4}-\d{2}-\d{2}$/.test(textOf(value) ?? '') ? (value as string) : undefined;
    if (textOf(value) && !date) notes.note('settings_dropped', textOf(value));
    return date && JSON.stringify(date);
  };
  const bounds = hasTime === true ? {} : { min: bound(min), max: bound(max) };
  return {
    type: hasTime === true ? 'datetime' : 'date',
    ...(bounds.min && { min: bounds.min }),
    ...(bounds.max && { max: bounds.max }),
  };
};

const phoneAnswer: AnswerOf = ({ defaultCountryCode }) => {
  const country = textOf(defaultCountryCode)?.toUpperCase();
  return { type: 'phone', ...(country?.length === 2 && { country }) };
};

const fileAnswer: AnswerOf = (_, { notes }) => {
  notes.note('answer_as_text', 'file');
  return ANY_TEXT;
};

const textAnswer: AnswerOf = ({ audioClip, attachments }, { notes }) => {
  for (const [name, value] of Object.entries({ 'audio clip': audioClip, attachments }))
    if (dataOf(value)['isEnabled'] === true) notes.note('settings_dropped', name);
  return ANY_TEXT;
};

export const inputs: Readonly<Record<string, DrawBlock>> = {
  'text input': drawInput(textAnswer),
  'number input': drawInput(numberAnswer),
  'email input': drawInput(() => ({ type: 'email' })),
  'url input': drawInput(() => ({ type: 'pattern', pattern: URL_PATTERN })),
  'date input': drawInput(dateAnswer),
  'time input': drawInput(() => ({ type: 'pattern', pattern: TIME_PATTERN })),
  'phone number input': drawInput(phoneAnswer),
  'rating input': drawInput(ratingAnswer),
  'file input': drawInput(fileAnswer),
  'choice input': drawChoice,
  'picture choice input': drawPictures,
  cards: drawCards,
  'payment input': (block, drawing) => hold(block, drawing),
};

/** Does the block ask something? */
export function isInput({ type }: Block): boolean {
  return Object.hasOwn(inputs, type) && type !== 'payment input';
}

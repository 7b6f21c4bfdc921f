import type { LocalisedText } from '../problem.ts';
import { kindNames, type Kind } from './kinds.ts';
import { nearest } from './nearest.ts';

/**
 * What is wrong with an expression. `expression_invalid`: it cannot be read or calls what is not there · `expression_refused`: a
 * construct that is not allowed · `undefined_variable` · `wrong_type`. `start`, `end`: where, in characters of the source; `path`: where
 * in the JSON of a template.
 */
export interface ExpressionProblem {
  code: 'expression_invalid' | 'expression_refused' | 'undefined_variable' | 'wrong_type';
  message: LocalisedText;
  hint: LocalisedText;
  start?: number;
  end?: number;
  path?: (string | number)[];
}

const correct: LocalisedText = { en: 'Correct the expression', ru: 'Исправьте выражение' };

export function unreadable(source: string, why: LocalisedText, start?: number, end?: number): ExpressionProblem {
  return {
    code: 'expression_invalid',
    message: { en: `“${shown(source)}”: ${why.en}`, ru: `«${shown(source)}»: ${why.ru}` },
    hint: correct,
    ...(start !== undefined && { start, end: end ?? start }),
  };
}

function shown(source: string): string {
  return source.length > 80 ? `${source.slice(0, 80)}…` : source;
}

export function undefinedVariable(name: string, known: readonly string[]): ExpressionProblem {
  const near = nearest(name, known);
  return {
    code: 'undefined_variable',
    message: { en: `There is no variable “${name}”`, ru: `Нет переменной «${name}»` },
    hint: near
      ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
      : { en: `Declare “${name}” in the variables`, ru: `Объявите «${name}» в переменных` },
  };
}

export function unknownFunction(name: string, known: readonly string[]): ExpressionProblem {
  const near = nearest(name, known);
  return {
    code: 'expression_invalid',
    message: { en: `There is no function “${name}”`, ru: `Нет функции «${name}»` },
    hint: near
      ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
      : { en: 'Choose one from the list of functions', ru: 'Выберите функцию из списка' },
  };
}

export function wrongArguments(name: string, given: number, signature: string): ExpressionProblem {
  return {
    code: 'expression_invalid',
    message: { en: `${name}() does not take ${given} values`, ru: `${name}() не принимает столько значений: ${given}` },
    hint: { en: `Write ${signature}`, ru: `Напишите ${signature}` },
  };
}

/** Constructs that are refused, and what to use instead. */
const refusals = {
  matches: [
    {
      en: 'matches() is refused: its patterns may take forever',
      ru: 'matches() недоступна: её образцы могут считаться вечно',
    },
    { en: 'Use matchesPattern(text, pattern)', ru: 'Используйте matchesPattern(text, pattern)' },
  ],
  loops: [
    { en: 'Loops may be nested twice, not deeper', ru: 'Циклы можно вложить дважды, не глубже' },
    { en: 'Do a part of it in a transform step before', ru: 'Сделайте часть работы в шаге «Преобразование» до этого' },
  ],
  literal: [
    {
      en: 'Bytes and unsigned or too large numbers are refused',
      ru: 'Байты, беззнаковые и слишком большие числа недоступны',
    },
    { en: 'Write a text or a usual number', ru: 'Напишите текст или обычное число' },
  ],
} satisfies Record<string, [LocalisedText, LocalisedText]>;

export function refused(construct: keyof typeof refusals): ExpressionProblem {
  const [message, hint] = refusals[construct];
  return { code: 'expression_refused', message, hint };
}

export function wrongType(where: LocalisedText, wanted: readonly Kind[], found: Kind): ExpressionProblem {
  const list = (language: 'en' | 'ru') =>
    wanted.map((kind) => kindNames[kind][language]).join(language === 'en' ? ' or ' : ' или ');
  return {
    code: 'wrong_type',
    message: {
      en: `${where.en} needs ${list('en')}, and this is ${kindNames[found].en}`,
      ru: `${where.ru}: нужно ${list('ru')}, а это ${kindNames[found].ru}`,
    },
    hint: {
      en: 'Change the value, or convert it with number() or string()',
      ru: 'Измените значение или преобразуйте: number(), string()',
    },
  };
}

export function unlike(operator: string, left: Kind, right: Kind): ExpressionProblem {
  return {
    code: 'wrong_type',
    message: {
      en: `“${operator}” does not work with ${kindNames[left].en} and ${kindNames[right].en}`,
      ru: `«${operator}» не работает так: слева ${kindNames[left].ru}, справа ${kindNames[right].ru}`,
    },
    hint: {
      en: 'Use values of one kind on both sides: number() and string() convert',
      ru: 'С обеих сторон нужны значения одного вида: их преобразуют number() и string()',
    },
  };
}

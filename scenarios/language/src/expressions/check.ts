import type { VariableType } from '../document/variable.ts';
import { ExpressionError } from '../compile/compiled-scenario.ts';
import type { LocalisedText } from '../problem.ts';
import { firstLine, refusals } from './compile-expression.ts';
import { checkingEnvironment } from './environment.ts';
import { inspect } from './inspect.ts';
import { splitTemplate } from './template.ts';

/** What is wrong with an expression. `name`: the unknown name, where that is it. */
export interface ExpressionProblem {
  code: 'expression_invalid' | 'undefined_variable' | 'wrong_type';
  message: LocalisedText;
  hint: LocalisedText;
}

/** What the check of an expression found: the names it reads, and what is wrong. */
export interface Check {
  reads: string[];
  problems: ExpressionProblem[];
}

type Expected = 'boolean' | 'number' | 'text' | 'list' | 'any';
export type Checker = {
  expression(source: string, expected: Expected, locals?: string[]): Check;
  template(value: unknown, locals?: string[]): Check;
};

const FITS: Record<Expected, RegExp> = {
  boolean: /^(bool|dyn)$/,
  number: /^(int|double|uint|dyn)$/,
  text: /^(string|dyn|google\.protobuf\.Timestamp)$/,
  list: /^(list.*|dyn)$/,
  any: /./,
};

/** A checker for one set of variables with their types; checks without evaluating anything. */
export function createChecker(variables: Readonly<Record<string, VariableType>>): Checker {
  const environment = checkingEnvironment(variables);
  const withLocals = new Map<string, typeof environment>();

  function environmentFor(locals: string[]): typeof environment {
    if (locals.length === 0) return environment;
    const key = locals.join(' ');
    const found = withLocals.get(key);
    if (found) return found;
    const made = checkingEnvironment({
      ...variables,
      ...Object.fromEntries(locals.map((name) => [name, 'any' as const])),
    });
    withLocals.set(key, made);
    return made;
  }

  function expression(source: string, expected: Expected, locals: string[] = []): Check {
    let program;
    try {
      program = environmentFor(locals).parse(source);
    } catch (error) {
      return { reads: [], problems: [invalid(source, firstLine(error))] };
    }
    const { reads, refused } = inspect(program.ast);
    const known = reads.filter((name) => !locals.includes(name));
    if (refused)
      return {
        reads: known,
        problems: [{ code: 'expression_invalid', message: quoted(source, refusals[refused]), hint: refusals[refused] }],
      };
    const unknown = known.filter((name) => !(name in variables));
    if (unknown.length > 0)
      return { reads: known, problems: unknown.map((name) => undefinedVariable(name, Object.keys(variables))) };
    const checked = program.check();
    if (!checked.valid) return { reads: known, problems: [wrongType(source, firstLine(checked.error))] };
    const fits = FITS[expected].test(checked.type ?? 'dyn');
    return { reads: known, problems: fits ? [] : [wrongType(source, `${checked.type} instead of ${expected}`)] };
  }

  function template(value: unknown, locals: string[] = []): Check {
    if (typeof value === 'string') return templateText(value, locals);
    const items = Array.isArray(value)
      ? value
      : typeof value === 'object' && value !== null
        ? Object.values(value)
        : [];
    return all(items.map((item: unknown) => template(item, locals)));
  }

  function templateText(text: string, locals: string[]): Check {
    try {
      return all(
        splitTemplate(text).flatMap((part) =>
          'expression' in part ? [expression(part.expression, 'any', locals)] : [],
        ),
      );
    } catch (error) {
      return {
        reads: [],
        problems: [invalid(text, error instanceof ExpressionError ? error.message : firstLine(error))],
      };
    }
  }

  return { expression, template };
}

function all(checks: Check[]): Check {
  return { reads: checks.flatMap(({ reads }) => reads), problems: checks.flatMap(({ problems }) => problems) };
}

function quoted(source: string, { en, ru }: LocalisedText): LocalisedText {
  return { en: `“${source}”: ${en}`, ru: `«${source}»: ${ru}` };
}

function invalid(source: string, reason: string): ExpressionProblem {
  return {
    code: 'expression_invalid',
    message: quoted(source, { en: reason, ru: reason }),
    hint: { en: 'Correct the expression', ru: 'Исправьте выражение' },
  };
}

function wrongType(source: string, reason: string): ExpressionProblem {
  return {
    code: 'wrong_type',
    message: quoted(source, { en: `wrong type: ${reason}`, ru: `неверный тип: ${reason}` }),
    hint: { en: 'Compare and combine values of one type', ru: 'Сравнивайте и соединяйте значения одного типа' },
  };
}

function undefinedVariable(name: string, known: string[]): ExpressionProblem {
  const near = nearest(name, known);
  return {
    code: 'undefined_variable',
    message: { en: `There is no variable “${name}”`, ru: `Нет переменной «${name}»` },
    hint: near
      ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
      : { en: `Declare “${name}” in the variables`, ru: `Объявите «${name}» в переменных` },
  };
}

/** The known word that differs least from `word`, if one is near. */
export function nearest(word: string, known: string[]): string | undefined {
  const scored = known.map((candidate) => ({
    candidate,
    distance: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

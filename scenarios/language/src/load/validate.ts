import type { z } from 'zod';
import { FORMAT, Scenario } from '../document/scenario.ts';
import { nearest } from '../expressions/check.ts';
import type { Problem } from '../problem.ts';
import { stepDefinitions, type StepType } from '../steps/index.ts';
import { documentProblem, shown } from './problems.ts';

export type Loading = { ok: true; scenario: Scenario } | { ok: false; problems: Problem[] };

/** Checks the shape of a document of today's format; every mistake is reported with its path. */
export function validate(document: Record<string, unknown>): Loading {
  const { format } = document;
  if (typeof format === 'number' && format > FORMAT) return { ok: false, problems: [newer(format)] };
  const parsed = Scenario.safeParse(document);
  if (parsed.success) return { ok: true, scenario: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, document)) };
}

function newer(format: number): Problem {
  return documentProblem('newer_format', ['format'], {
    message: {
      en: `The scenario has format ${format}, this version reads up to ${FORMAT}`,
      ru: `Формат сценария ${format}, эта версия читает до ${FORMAT}`,
    },
    hint: { en: 'Update Scenarium', ru: 'Обновите Scenarium' },
  });
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, document: Record<string, unknown>): Problem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const value = valueAt(document, path);
  const step = stepAt(document, path);
  const at = (code: string, en: string, ru: string, hint: Problem['hint']): Problem =>
    documentProblem(code, path, { message: { en, ru }, hint, ...(step !== undefined && { step }) });
  if (issue.code === 'invalid_union' && path[0] === 'steps' && path.length === 3 && path[2] === 'type')
    return [unknownStepType(path, value, step)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...path, key], key, step));
  if (issue.code === 'invalid_type' && value === undefined) {
    const name = String(path.at(-1));
    return [
      at('missing_field', `“${name}” is missing`, `Нет поля «${name}»`, {
        en: `Add “${name}” (${issue.expected})`,
        ru: `Добавьте «${name}» (${issue.expected})`,
      }),
    ];
  }
  if (issue.code === 'invalid_type') {
    const hint = { en: `Write a value of type ${issue.expected}`, ru: `Запишите значение типа ${issue.expected}` };
    return [
      at(
        'wrong_type',
        `“${shown(value)}” is not of type ${issue.expected}`,
        `«${shown(value)}» — не ${issue.expected}`,
        hint,
      ),
    ];
  }
  const rule =
    issue.code === 'invalid_format' || issue.code === 'custom' || issue.code === 'invalid_value'
      ? issue.message
      : `${issue.code}: ${issue.message}`;
  return [
    at('invalid_value', `“${shown(value)}”: ${rule}`, `«${shown(value)}»: ${rule}`, {
      en: 'Correct the value',
      ru: 'Исправьте значение',
    }),
  ];
}

function unknownStepType(path: (string | number)[], value: unknown, step: string | undefined): Problem {
  const types = Object.keys(stepDefinitions) as StepType[];
  const near = typeof value === 'string' ? nearest(value, types) : undefined;
  return documentProblem('unknown_step_type', path, {
    message: { en: `There is no step type “${shown(value)}”`, ru: `Нет типа шага «${shown(value)}»` },
    hint: near
      ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
      : { en: `Use one of: ${types.join(', ')}`, ru: `Используйте один из: ${types.join(', ')}` },
    ...(step !== undefined && { step }),
  });
}

function unknownField(path: (string | number)[], key: string, step: string | undefined): Problem {
  return documentProblem('unknown_field', path, {
    message: { en: `There is no field “${key}” here`, ru: `Здесь нет поля «${key}»` },
    hint: {
      en: `Remove “${key}”, or check its spelling and place`,
      ru: `Уберите «${key}» или проверьте написание и место`,
    },
    ...(step !== undefined && { step }),
  });
}

function valueAt(document: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined,
    document,
  );
}

function stepAt(document: Record<string, unknown>, path: (string | number)[]): string | undefined {
  if (path[0] !== 'steps' || path.length < 2) return undefined;
  const id = valueAt(document, [...path.slice(0, 2), 'id']);
  return typeof id === 'string' ? id : undefined;
}

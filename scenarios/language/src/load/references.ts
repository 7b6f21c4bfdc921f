import type { Scenario } from '../document/scenario.ts';
import { nearest } from '../expressions/check.ts';
import type { Problem } from '../problem.ts';
import { definitionOf, type Step } from '../steps/index.ts';
import { documentProblem } from './problems.ts';

type Path = (string | number)[];

/** Do the parts of a well-formed document fit together? Ids are unique, and everything that is named exists. */
export function checkReferences(scenario: Scenario): Problem[] {
  const steps = new Map(scenario.steps.map((step) => [step.id, step]));
  const missing = (path: Path, id: string): Problem[] =>
    steps.has(id) ? [] : [unknownStep(path, id, [...steps.keys()])];
  return [
    ...duplicates(
      scenario.steps.map(({ id }) => id),
      'steps',
    ),
    ...duplicates(
      scenario.flows.map(({ id }) => id),
      'flows',
    ),
    ...duplicates(
      scenario.triggers.map(({ id }) => id),
      'triggers',
    ),
    ...duplicates(
      (scenario.notes ?? []).map(({ id }) => id),
      'notes',
    ),
    ...scenario.triggers.flatMap(({ step }, i) => missing(['triggers', i, 'step'], step)),
    ...(scenario.fallback === undefined ? [] : missing(['fallback'], scenario.fallback)),
    ...scenario.flows.flatMap((flow, i) => [
      ...missing(['flows', i, 'from'], flow.from),
      ...missing(['flows', i, 'to'], flow.to),
      ...flowProblems(flow, ['flows', i], steps.get(flow.from)),
    ]),
    ...scenario.steps.flatMap((step, i) => variableProblems(scenario, step, ['steps', i])),
    ...scenario.steps.flatMap((step, i) => messageProblems(scenario, step, ['steps', i])),
    ...repeatedTriggers(scenario),
  ];
}

function duplicates(ids: string[], where: string): Problem[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          documentProblem('duplicate_id', [where, i, 'id'], {
            message: { en: `“${id}” is used twice in ${where}`, ru: `«${id}» встречается в ${where} дважды` },
            hint: { en: 'Give it another id', ru: 'Дайте другой идентификатор' },
          }),
        ],
  );
}

function unknownStep(path: Path, id: string, known: string[]): Problem {
  const near = nearest(id, known);
  return documentProblem('unknown_step', path, {
    message: { en: `There is no step “${id}”`, ru: `Нет шага «${id}»` },
    hint: near
      ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
      : { en: 'Add the step or correct the id', ru: 'Добавьте шаг или исправьте идентификатор' },
  });
}

function flowProblems({ on, when }: Scenario['flows'][number], path: Path, from: Step | undefined): Problem[] {
  if (!from) return [];
  const exits = definitionOf(from)
    .exits(from)
    .map(({ name }) => name);
  const problems: Problem[] = [];
  if (!exits.includes(on)) {
    problems.push(
      documentProblem('unknown_exit', [...path, 'on'], {
        message: {
          en: `Step “${from.id}” (${from.type}) has no exit “${on}”`,
          ru: `У шага «${from.id}» (${from.type}) нет выхода «${on}»`,
        },
        hint: {
          en: `Use one of: ${exits.join(', ') || 'none'}`,
          ru: `Используйте один из: ${exits.join(', ') || 'нет'}`,
        },
        step: from.id,
      }),
    );
  }
  if (when !== undefined && !(from.type === 'condition' && on === 'next')) {
    problems.push(
      documentProblem('misplaced_condition', [...path, 'when'], {
        message: {
          en: 'Only “next” flows of a condition step have “when”',
          ru: '«when» бывает только у переходов «next» шага «Условие»',
        },
        hint: { en: 'Put a condition step in between', ru: 'Поставьте перед переходом шаг «Условие»' },
        step: from.id,
      }),
    );
  }
  return problems;
}

function variableProblems(scenario: Scenario, step: Step, path: Path): Problem[] {
  return (definitionOf(step).writes?.(step) ?? []).flatMap(({ path: inside, variable }) => {
    const declared = scenario.variables[variable];
    if (declared && declared.scope !== 'agent') return [];
    const texts = declared
      ? {
          message: {
            en: `“${variable}” belongs to the agent and cannot be changed here`,
            ru: `«${variable}» принадлежит агенту, здесь её нельзя менять`,
          },
          hint: {
            en: 'Use a variable of scope run or contact',
            ru: 'Используйте переменную с областью run или contact',
          },
        }
      : {
          message: { en: `There is no variable “${variable}”`, ru: `Нет переменной «${variable}»` },
          hint: { en: `Declare “${variable}” in the variables`, ru: `Объявите «${variable}» в переменных` },
        };
    return [
      documentProblem(declared ? 'read_only_variable' : 'undefined_variable', [...path, ...inside], {
        ...texts,
        step: step.id,
      }),
    ];
  });
}

function messageProblems({ messages, locales }: Scenario, step: Step, path: Path): Problem[] {
  return (definitionOf(step).texts?.(step) ?? [])
    .filter(({ message }) => !locales.some((locale) => messages[locale]?.[message] !== undefined))
    .map(({ path: inside, message }) =>
      documentProblem('unknown_message', [...path, ...inside], {
        message: {
          en: `There is no text “${message}” in any language`,
          ru: `Нет текста «${message}» ни на одном языке`,
        },
        hint: { en: `Add “${message}” to the messages`, ru: `Добавьте «${message}» в тексты` },
        step: step.id,
      }),
    );
}

function repeatedTriggers({ triggers }: Scenario): Problem[] {
  const keys = triggers.map((trigger) =>
    `${trigger.type} ${trigger.type === 'command' ? trigger.command : trigger.type === 'event' ? trigger.event : ''}`.trim(),
  );
  return keys.flatMap((key, i) =>
    keys.indexOf(key) === i
      ? []
      : [
          documentProblem('duplicate_trigger', ['triggers', i], {
            message: { en: `There is a second trigger for “${key}”`, ru: `Второй запуск по «${key}»` },
            hint: { en: 'Keep one of them', ru: 'Оставьте один' },
          }),
        ],
  );
}

import { migrate } from '../migrations/migrate.ts';
import type { Problem } from '../problem.ts';
import { documentProblem } from './problems.ts';
import { checkReferences } from './references.ts';
import { isRefusedKey } from './refused-key.ts';
import { validate, type Loading } from './validate.ts';

const DEEPEST = 50;

/**
 * Loads a scenario from data: migrate → validate. Every problem is reported.
 * @example const loaded = loadScenario(JSON.parse(body)); if (!loaded.ok) show(loaded.problems);
 */
export function loadScenario(value: unknown): Loading {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, problems: [notAnObject()] };
  const refused = refusedKey(value, []);
  if (refused) return { ok: false, problems: [refused] };
  const loading = validate(migrate(value as Record<string, unknown>));
  if (!loading.ok) return loading;
  const problems = checkReferences(loading.scenario);
  return problems.length > 0 ? { ok: false, problems } : loading;
}

function notAnObject(): Problem {
  return documentProblem('not_a_scenario', [], {
    message: { en: 'This is not a scenario: an object is expected', ru: 'Это не сценарий: ожидается объект' },
    hint: { en: 'Export a scenario to see what one looks like', ru: 'Экспортируйте сценарий, чтобы увидеть пример' },
  });
}

function refusedKey(value: object, path: (string | number)[]): Problem | undefined {
  if (path.length > DEEPEST) {
    return documentProblem('too_deep', path, {
      message: { en: `More than ${DEEPEST} levels inside one another`, ru: `Больше ${DEEPEST} уровней вложенности` },
      hint: { en: 'Make the document flatter', ru: 'Упростите документ' },
    });
  }
  for (const [key, item] of Object.entries(value)) {
    if (isRefusedKey(key)) {
      return documentProblem('forbidden_key', [...path, key], {
        message: { en: `The key “${key}” is refused`, ru: `Ключ «${key}» недопустим` },
        hint: { en: 'Choose another name', ru: 'Выберите другое имя' },
      });
    }
    const inside =
      typeof item === 'object' && item !== null
        ? refusedKey(item as object, [...path, Array.isArray(value) ? Number(key) : key])
        : undefined;
    if (inside) return inside;
  }
  return undefined;
}

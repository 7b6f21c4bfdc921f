import { createChecker } from '@scenarium/language';

/** Where a source names a variable, in characters of that source; `path` leads to the text inside a JSON template. */
export interface Reference {
  variable: string;
  start: number;
  end: number;
  path: (string | number)[];
}

const MOST_KEPT = 20_000;
const kept = new Map<string, readonly Reference[]>();
/** It knows no variable, so it points at every name that is one: never at fields, functions, texts or what a loop binds. */
const nameless = createChecker({});

/** The variables an expression names and where. An expression that cannot be read names none. */
export function referencesInExpression(source: string, locals: readonly string[] = []): readonly Reference[] {
  return remembered(`e${locals.join()}:${source}`, () => {
    const { problems } = nameless.expression(source, 'any', [...locals]);
    return located(problems, () => source);
  });
}

/** The variables a template names and where: a text, or JSON whose texts are templates. */
export function referencesInTemplate(value: unknown, locals: readonly string[] = []): readonly Reference[] {
  if (typeof value !== 'string') return inTemplate(value, locals);
  if (!value.includes('{{')) return [];
  return remembered(`t${locals.join()}:${value}`, () => inTemplate(value, locals));
}

function inTemplate(value: unknown, locals: readonly string[]): Reference[] {
  const { problems } = nameless.template(value, [...locals]);
  return located(problems, (path) =>
    path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value),
  );
}

function located(
  problems: ReturnType<typeof nameless.template>['problems'],
  textAt: (path: (string | number)[]) => unknown,
): Reference[] {
  return problems
    .flatMap(({ code, start, end, path = [] }) => {
      if (code !== 'undefined_variable' || start === undefined || end === undefined) return [];
      return [{ variable: String(textAt(path)).slice(start, end), start, end, path }];
    })
    .sort((a, b) => a.start - b.start);
}

function remembered(key: string, find: () => readonly Reference[]): readonly Reference[] {
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const found = find();
  kept.set(key, found);
  return found;
}

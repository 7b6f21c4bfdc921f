import { BUILT_IN, expressionFunctions, type VariableType } from '@scenarium/language';

/** In which language a field is written: one expression, or text with `{{ … }}` in it. */
export type Language = 'expression' | 'template';

/** Something that can be written at a place. `detail` is its type or signature. */
export interface Completion {
  label: string;
  kind: 'variable' | 'property' | 'function';
  detail: string;
  description?: { en: string; ru: string };
}

/** Names by their types: what can be read in a scenario. */
export type Names = Readonly<Record<string, VariableType>>;

/** Fields of what every expression sees beside the variables. */
const FIELDS: Readonly<Record<string, Names>> = {
  contact: { id: 'text', name: 'text', locale: 'text' },
  conversation: { id: 'text', channel: 'text' },
  agent: { id: 'text', name: 'text' },
  message: { text: 'text', option: 'text' },
  error: { code: 'text', message: 'text' },
};

/** Everything that holds a value: variables, names bound only here, and what every expression sees, with its fields. */
export function readable(variables: Names, locals: readonly string[] = []): Names {
  const fields = Object.entries(FIELDS).flatMap(([owner, names]) =>
    Object.entries(names).map(([name, type]) => [`${owner}.${name}`, type] as const),
  );
  const bound = locals.map((name) => [name, 'any'] as const);
  return { ...Object.fromEntries(bound), ...variables, ...BUILT_IN, ...Object.fromEntries(fields) };
}

/**
 * What can be written at a place of a text, and from where on it takes the place of what is there; undefined where nothing fits, as
 * outside of `{{ … }}` in a template.
 *
 * @example completionsAt('{{ con', 6, 'template', {})?.options[0]?.label // 'contact'
 */
export function completionsAt(
  text: string,
  at: number,
  language: Language,
  variables: Names,
  locals: readonly string[] = [],
): { from: number; options: Completion[] } | undefined {
  const before = text.slice(0, at);
  const open = language === 'template' ? before.lastIndexOf('{{') : -2;
  if (language === 'template' && (open === -1 || before.slice(open).includes('}}'))) return undefined;
  const written = before.slice(open + 2);
  if (isInText(written)) return undefined;
  const word = /[A-Za-z_][\w.]*$/.exec(written)?.[0] ?? '';
  const owner = word.includes('.') ? word.slice(0, word.lastIndexOf('.')) : undefined;
  const options = owner === undefined ? atStart(variables, locals) : fieldsOfOwner(owner);
  const from = at - (owner === undefined ? word.length : word.length - owner.length - 1);
  return options.length > 0 ? { from, options } : undefined;
}

function isInText(source: string): boolean {
  const quotes = source.replaceAll(/\\./g, '').match(/"|'/g) ?? [];
  let open = '';
  for (const quote of quotes) open = open === '' ? quote : open === quote ? '' : open;
  return open !== '';
}

function atStart(variables: Names, locals: readonly string[]): Completion[] {
  const names = { ...Object.fromEntries(locals.map((name) => [name, 'any'] as const)), ...variables, ...BUILT_IN };
  const values = Object.entries(names).map(([label, detail]): Completion => ({ label, kind: 'variable', detail }));
  const calls = expressionFunctions
    .filter(({ signature }) => !signature.startsWith('list.'))
    .map(({ name, signature, description }): Completion => ({
      label: name,
      kind: 'function',
      detail: signature.slice(name.length),
      description,
    }));
  return [...values, ...calls];
}

function fieldsOfOwner(owner: string): Completion[] {
  return Object.entries(FIELDS[owner] ?? {}).map(([label, detail]) => ({ label, kind: 'property', detail }));
}

import { isCollection, isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Place, Problem } from '../problem.ts';
import { loadScenario } from './load-scenario.ts';
import { documentProblem } from './problems.ts';
import type { Loading } from './validate.ts';

const LARGEST = 5_000_000;

/**
 * Loads a scenario from its text: parse → migrate → validate. Every problem carries its line and column.
 *
 * @example
 * const loaded = parseScenario(text, 'yaml');
 * if (!loaded.ok) for (const { place, message } of loaded.problems) print(`${place.line}: ${message.en}`);
 */
export function parseScenario(text: string, format: 'json' | 'yaml'): Loading {
  if (text.length > LARGEST) return { ok: false, problems: [tooLarge(text.length)] };
  const strict = format === 'json' ? jsonProblem(text) : undefined;
  if (strict) return { ok: false, problems: [strict] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map(({ message, pos }) => syntaxProblem(message, position(lines, pos[0]))),
    };
  }
  const unquoted = keysThatAreNoText(document).map((offset) => unquotedProblem(position(lines, offset)));
  if (unquoted.length > 0) return { ok: false, problems: unquoted };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return { ok: false, problems: [syntaxProblem((error as Error).message, { line: 1, column: 1 })] };
  }
  const loading = loadScenario(value);
  if (loading.ok) return loading;
  return {
    ok: false,
    problems: loading.problems.map((problem) => ({ ...problem, place: placed(problem.place, document, lines) })),
  };
}

/** Where a list or an object stands as a key: what `{{ name }}` without quotes is to YAML. */
function keysThatAreNoText(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (isCollection(key)) offsets.push(key.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function placed(place: Place, document: Document, lines: LineCounter): Place {
  for (let length = place.path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(place.path.slice(0, length), true);
    if (isNode(node) && node.range) return { ...place, ...position(lines, node.range[0]) };
  }
  return place;
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function jsonProblem(text: string): Problem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, at).split('\n');
    return syntaxProblem(message, { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  }
}

function unquotedProblem(at: { line: number; column: number }): Problem {
  const problem = documentProblem('unquoted_text', [], {
    message: {
      en: 'A list or an object stands where a name is expected',
      ru: 'Список или объект стоит там, где ожидается имя',
    },
    hint: {
      en: 'Put texts that begin with { or [ in quotes: "{{ name }}"',
      ru: 'Заключайте в кавычки тексты, которые начинаются с { или [: "{{ name }}"',
    },
  });
  return { ...problem, place: { ...problem.place, ...at } };
}

function syntaxProblem(message: string, at: { line: number; column: number }): Problem {
  const problem = documentProblem('syntax_error', [], {
    message: { en: message, ru: `Ошибка в тексте: ${message}` },
    hint: { en: `Correct line ${at.line}`, ru: `Исправьте строку ${at.line}` },
  });
  return { ...problem, place: { path: [], ...at } };
}

function tooLarge(length: number): Problem {
  return documentProblem('too_large', [], {
    message: {
      en: `The text has ${length} characters, ${LARGEST} are allowed`,
      ru: `В тексте ${length} знаков, допустимо ${LARGEST}`,
    },
    hint: { en: 'Split the scenario and call its parts', ru: 'Разделите сценарий и вызывайте его части' },
  });
}

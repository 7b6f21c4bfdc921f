/** A text in each language of the interface. */
export interface Localised {
  en: string;
  ru: string;
}

export interface ProblemType {
  /** HTTP status. */
  status: number;
  title: Localised;
  /** What to do next. */
  next?: Localised;
}

/** One wrong field of a request. `path` begins with where it was sent: `body.steps.0.id`. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** What one occurrence adds to its type. Never put a secret here: all of it is answered. */
export interface ProblemMore {
  /** The offending value, or what exactly went wrong. */
  detail?: string;
  errors?: readonly unknown[];
  /** Headers of the answer, `Retry-After` for example. */
  headers?: Readonly<Record<string, string>>;
}

/** An error whose meaning is part of the API: stable code, status, and what to do next. */
export class Problem extends Error {
  readonly code: string;
  readonly type: ProblemType;
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: readonly unknown[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, type: ProblemType, { detail, errors, headers = {} }: ProblemMore = {}) {
    super(detail ?? type.title.en);
    this.name = 'Problem';
    this.code = code;
    this.type = type;
    this.status = type.status;
    this.detail = detail;
    this.errors = errors;
    this.headers = headers;
  }
}

const declared = new Map<string, ProblemType>();

/** A function for each code of a catalogue that makes the problem. */
export type ProblemCatalogue<Code extends string> = Readonly<Record<Code, (more?: ProblemMore) => Problem>>;

/**
 * Declares problems: code → status, texts, next step. Codes are part of the API and unique over all catalogues.
 *
 * @throws when a code is declared twice with different meanings
 * @example
 * const problems = defineProblems({ agent_not_found: { status: 404, title: { en: 'No such agent', ru: 'Нет такого агента' } } });
 * throw problems.agent_not_found({ detail: id });
 */
export function defineProblems<Code extends string>(types: Record<Code, ProblemType>): ProblemCatalogue<Code> {
  const entries = Object.entries<ProblemType>(types);
  for (const [code, type] of entries) {
    const known = declared.get(code);
    if (known && known.title.en !== type.title.en) throw new Error(`the problem "${code}" is declared twice`);
    declared.set(code, type);
  }
  return Object.fromEntries(
    entries.map(([code, type]) => [code, (more?: ProblemMore) => new Problem(code, type, more)]),
  ) as unknown as ProblemCatalogue<Code>;
}

/** All declared problems by code, in alphabetical order: the error reference. */
export function declaredProblems(): [code: string, type: ProblemType][] {
  return [...declared].sort(([a], [b]) => a.localeCompare(b));
}

/**
 * A problem by its code, where the catalogue that declares it is not at hand. Prefer the catalogue's own function: it is typed.
 *
 * @example throw problem('agent_not_found', { detail: id });
 */
export function problem(code: string, more?: ProblemMore): Problem {
  const type = declared.get(code);
  if (!type) throw new Error(`no catalogue declares the problem "${code}"`);
  return new Problem(code, type, more);
}

export type Language = 'en' | 'ru';

/** A problem as it is answered (RFC 9457, `application/problem+json`). `instance` names this occurrence in the log. */
export interface ProblemJson {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  next?: string;
  errors?: readonly unknown[];
  instance: string;
}

/** The problem as JSON, in the caller's language. */
export function toProblemJson(problem: Problem, language: Language, instance: string): ProblemJson {
  const { code, type, status, detail, errors } = problem;
  return {
    type: `/docs/problems#${code}`,
    title: type.title[language],
    status,
    code,
    ...(detail !== undefined && { detail }),
    ...(type.next && { next: type.next[language] }),
    ...(errors && { errors }),
    instance,
  };
}

/** A text in each language of the interface. */
export interface Localised {
  en: string;
  ru: string;
}

export interface ProblemType {
  status: number;
  title: Localised;
  /** What to do next. */
  next?: Localised;
}

/** One wrong field of a request. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** An error whose meaning is part of the API: stable code, status, and what to do next. */
export class Problem extends Error {
  readonly code: string;
  readonly type: ProblemType;
  readonly detail: string | undefined;
  readonly errors: unknown[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    code: string,
    type: ProblemType,
    more: { detail?: string; errors?: unknown[]; headers?: Record<string, string> } = {},
  ) {
    super(more.detail ?? type.title.en);
    this.name = 'Problem';
    this.code = code;
    this.type = type;
    this.detail = more.detail;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

/**
 * A catalogue of problems: one function per code that makes it.
 *
 * @example
 * const problems = defineProblems({ agent_not_found: { status: 404, title: { en: 'No such agent', ru: 'Нет такого агента' } } });
 * throw problems.agent_not_found({ detail: id });
 */
export function defineProblems<Code extends string>(
  types: Record<Code, ProblemType>,
): Record<Code, (more?: { detail?: string; errors?: unknown[]; headers?: Record<string, string> }) => Problem> {
  const makers = Object.entries<ProblemType>(types).map(([code, type]) => [
    code,
    (more = {}) => new Problem(code, type, more),
  ]);
  return Object.fromEntries(makers) as ReturnType<typeof defineProblems<Code>>;
}

/** The problem as RFC 9457 JSON in a language. */
export function toProblemJson({ code, type, detail, errors }: Problem, language: 'en' | 'ru', instance: string) {
  return {
    type: `/docs/problems#${code}`,
    title: type.title[language],
    status: type.status,
    code,
    ...(detail !== undefined && { detail }),
    ...(type.next && { next: type.next[language] }),
    ...(errors && { errors }),
    instance,
  };
}

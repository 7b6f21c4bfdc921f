/** What the server refused, or that it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly next: string | undefined;
  readonly errors: readonly unknown[];
  readonly instance: string | undefined;

  constructor({ status, code, title, detail, next, errors, instance }: ProblemBody) {
    super(title);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.next = next;
    this.errors = errors ?? [];
    this.instance = instance;
  }
}

/** Problem details (RFC 9457) as the server sends them. */
export interface ProblemBody {
  status: number;
  code: string;
  title: string;
  detail?: string;
  next?: string;
  errors?: readonly unknown[];
  instance?: string;
}

/** Code of what happens when the server cannot be reached or is not working. */
export const AWAY = 'server_away';

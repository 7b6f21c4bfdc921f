import type { Problem } from './types.ts';

/**
 * A refusal of the server, or of the client itself (`queue_full`, `message_empty`, `network_error`, `closed`).
 *
 * @example
 * catch (error) { if (error instanceof ChatError && error.problem.code === 'queue_full') … }
 */
export class ChatError extends Error {
  readonly problem: Problem;
  /** Do not try again sooner; in milliseconds. */
  readonly retryAfterMs: number;

  constructor(problem: Problem, retryAfterMs = 0) {
    super(problem.detail ?? problem.title);
    this.name = 'ChatError';
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }

  /** Would the same request be refused for ever? */
  get isFinal(): boolean {
    const { status } = this.problem;
    return status >= 400 && status < 500 && ![401, 404, 408, 425, 429].includes(status);
  }

  /** Did the server fail, perhaps at this very request? 503 says that it takes none at present: that is waited for. */
  get isFailure(): boolean {
    return this.problem.status >= 500 && this.problem.status !== 503;
  }

  /** Does the server not know the visitor or the conversation any more? */
  get isForgotten(): boolean {
    return this.problem.status === 401 || this.problem.status === 404;
  }
}

/** Whatever was thrown, as a {@link ChatError}. */
export function toChatError(thrown: unknown): ChatError {
  return thrown instanceof ChatError
    ? thrown
    : new ChatError({ title: 'The server was not reached', detail: String(thrown), code: 'network_error', status: 0 });
}
